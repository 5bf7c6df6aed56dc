import { type Picture, type PictureFormat, pictureFile } from '#lib/model/picture.ts';

type Props = {
  picture: Picture;
  /** Empty where the picture adds nothing to the words beside it. */
  alt: string;
  /** How wide it is drawn: the `sizes` of HTML. */
  sizes: string;
  /** The first picture of a page is fetched at once and first; others when they come near. */
  isLead?: boolean;
  className?: string;
};

/** A picture in the best format and width for the reader's screen. Its place is kept by its width
 *  and height, so nothing moves when it arrives. */
export function StoryPicture({ picture, alt, sizes, isLead = false, className }: Props) {
  const { id, width, height, widths } = picture;
  const set = (format: PictureFormat) =>
    widths.map((wide) => `/media/${pictureFile(id, wide, format)} ${wide}w`).join(', ');
  const fallback = widths.find((wide) => wide >= 640) ?? Math.max(...widths);
  return (
    <picture>
      <source type="image/avif" srcSet={set('avif')} sizes={sizes} />
      <img
        src={`/media/${pictureFile(id, fallback, 'webp')}`}
        srcSet={set('webp')}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        loading={isLead ? 'eager' : 'lazy'}
        fetchPriority={isLead ? 'high' : 'auto'}
        decoding={isLead ? 'auto' : 'async'}
        className={className}
      />
    </picture>
  );
}

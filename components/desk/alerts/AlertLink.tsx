type Props = { path: string };

/** Where an alert leads, in letters that can be read. */
export function AlertLink({ path }: Props) {
  return (
    <a href={path} dir="ltr" className="target-text">
      {readable(path)}
    </a>
  );
}

/** A program may raise an alert with any path, also with one that is not encoded well. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

import { measureImport } from './import.ts';
import { measureLive } from './live.ts';
import { measureReading } from './reading.ts';
import { measureSearch } from './search.ts';

/** `npm run bench`: each row is a median, or one run of what takes long, and its ratio to the first
 *  row of its table, measured in the same run. Ratios can be compared between machines; milliseconds
 *  can't. */
for (const measure of [measureSearch, measureImport, measureReading, measureLive]) {
  const { title, rows, notes = [] } = await measure();
  const [base] = rows;
  console.log(`\n${title}`);
  for (const { name, milliseconds } of rows) {
    const ratio = base ? milliseconds / base.milliseconds : 1;
    console.log(
      `  ${name.padEnd(44)} ${milliseconds.toFixed(2).padStart(9)} ms ${ratio.toFixed(2).padStart(8)} ×`,
    );
  }
  for (const note of notes) console.log(`  ${note}`);
}

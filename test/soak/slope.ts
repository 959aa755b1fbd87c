/** Whether something grows: a straight line through what was seen, and how surely it rises. */

export interface Point {
  x: number;
  y: number;
}

export interface Slope {
  /** Of the line of least squares, in y a unit of x. */
  perUnit: number;
  /** The slope is above this with a confidence of 99 %. */
  surelyAbove: number;
}

/** One-sided, 99 %, of the normal distribution: there are enough points for it, or the answer is "not sure". */
const quantile = 2.33;

export const pointsMin = 12;

/**
 * The slope of `points`, of which the first third is left out: caches fill, code is compiled, and that ends. What is left
 * is taken together in blocks, because neighbours resemble each other: a heap that was high a moment ago still is, and to
 * count both as witnesses would be surer than one is.
 */
export function slopeOf(points: readonly Point[]): Slope {
  const settled = blocksOf(points.slice(Math.floor(points.length / 3)));
  if (points.length < pointsMin) throw new Error(`${points.length} points are too few, ${pointsMin} is the least`);
  const mean = (of: (point: Point) => number) => settled.reduce((sum, each) => sum + of(each), 0) / settled.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = settled.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const perUnit = settled.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const residual = settled.reduce((sum, { x, y }) => sum + (y - meanY - perUnit * (x - meanX)) ** 2, 0);
  const error = Math.sqrt(residual / (settled.length - 2) / spread);
  return { perUnit, surelyAbove: perUnit - quantile * error };
}

const blocksMax = 24;

function blocksOf(points: readonly Point[]): Point[] {
  const size = Math.max(1, Math.floor(points.length / blocksMax));
  const blocks: Point[] = [];
  for (let from = 0; from + size <= points.length; from += size) {
    const block = points.slice(from, from + size);
    const mean = (of: (point: Point) => number) => block.reduce((sum, each) => sum + of(each), 0) / size;
    blocks.push({ x: mean(({ x }) => x), y: mean(({ y }) => y) });
  }
  return blocks;
}

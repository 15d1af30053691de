package cn.anxun.server.bench;

/**
 * What the rounds of one work came to.
 *
 * @param ours the median, in the work's unit
 * @param limit the median of what was measured beside it
 * @param ratio the median of each round's ours by its limit
 * @param spread the greatest ratio of a round less the least
 */
record Measured(double ours, double limit, double ratio, double spread) {}

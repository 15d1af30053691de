package cn.anxun.server.console.record;

/**
 * One photo, large.
 *
 * @param back the record's page
 * @param record what it is of, in words
 * @param previous the page of the one before, or ""
 * @param next the page of the one after, or ""
 * @param number which one it is, from 1
 * @param count of how many
 */
public record PhotoPage(
    Photo photo, String back, String record, String previous, String next, int number, int count) {}

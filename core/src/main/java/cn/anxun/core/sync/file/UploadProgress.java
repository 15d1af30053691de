package cn.anxun.core.sync.file;

/**
 * How far the sending has come.
 *
 * @param current the hash of the file under way
 * @param files how many still wait, that one among them
 * @param sent bytes of what waited at the beginning and is at the server now
 * @param bytes of what waited at the beginning
 */
public record UploadProgress(String current, int files, long sent, long bytes) {}

package cn.anxun.core.sync.file;

/**
 * A file that waits to be sent.
 *
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param bytes its length, from 1
 * @param type its media type
 * @param sent how many bytes the server has confirmed so far
 * @param failures how often it alone has failed
 */
public record QueuedFile(String sha256, long bytes, String type, long sent, int failures) {}

package cn.anxun.server.file;

/**
 * How far a file has arrived.
 *
 * @param sha256 of the whole file
 * @param length of the whole file, in bytes
 * @param offset how many bytes are here; {@code length} means: whole, checked and durable
 */
public record Upload(String sha256, long length, long offset) {}

package cn.anxun.core.entry;

/**
 * A file that belongs to an entry; the file itself travels apart and later.
 *
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param bytes its length, 1 to 200 MiB
 * @param type its media type, such as {@code image/jpeg}
 * @param role what it shows: {@code before}, {@code after}, {@code document}, {@code signature}, …
 */
public record Attachment(String sha256, long bytes, String type, String role) {}

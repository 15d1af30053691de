package cn.anxun.server.console.record;

/**
 * A photo or document of a record. What its caption says is drawn beside it, never in it.
 *
 * @param sha256 of the file
 * @param role what it shows, in words
 * @param page where it is shown large
 * @param file the file itself
 * @param small the picture for lists; "" for a document
 * @param caption when, where, who and of which number
 * @param here whether it has arrived
 */
public record Photo(
    String sha256,
    String role,
    String page,
    String file,
    String small,
    String caption,
    boolean here) {

  public boolean isPicture() {
    return !small.isEmpty();
  }
}

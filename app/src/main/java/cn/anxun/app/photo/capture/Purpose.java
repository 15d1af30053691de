package cn.anxun.app.photo.capture;

/**
 * What a photo is taken for.
 *
 * @param owner the draft that takes it over, such as {@code review}; see {@link #CASUAL}
 * @param target what it is of, as the owner names it, such as a hazard's subject; "" for none
 * @param title the same in words a person knows; "" for none
 * @param role what it shows: {@code before}, {@code after}, …
 */
public record Purpose(String owner, String target, String title, String role) {

  /** 随手拍: of nothing yet. */
  public static final String CASUAL = "casual";

  /** Sent to the app by another one, and of nothing yet. */
  public static final String RECEIVED = "received";

  /** Of a hazard that the next visit is to begin with. */
  public static final String NEW_HAZARD = "new-hazard";

  /** Of a hazard that is being chosen. */
  public static final String CHOSEN = "chosen";

  public static final String BEFORE = "before";
  public static final String AFTER = "after";

  /** Sent in by the enterprise. */
  public static final String REPORT = "report";

  public Purpose withRole(String other) {
    return new Purpose(owner, target, title, other);
  }

  /** The same for another owner, of nothing yet. */
  public Purpose movedTo(String other) {
    return new Purpose(other, "", title, role);
  }
}

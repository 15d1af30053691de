package cn.anxun.core.entry;

/**
 * The subject, a site, is the same as another, which stands for both from now on; a void undoes it.
 */
public record SiteMerged(Header header, Fields fields) implements Entry {
  public static final Field<String> INTO = Field.reference("into").asRequired();
  public static final Field<String> REASON = Field.text("reason", 400);

  public static final Kind KIND = Kind.amends("SiteMerged", SiteMerged::new, INTO, REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}

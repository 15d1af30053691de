package cn.anxun.core.entry;

/**
 * A record of a kind that the office has defined ({@link RecordKindDefined}); its values stand
 * beside the common fields.
 */
public record CustomRecorded(Header header, Fields fields) implements Entry {
  public static final Field<String> RECORD_KIND = Field.code("record_kind").asRequired();

  public static final Kind KIND =
      Kind.opens("CustomRecorded", "custom", CustomRecorded::new, RECORD_KIND);

  @Override
  public Kind kind() {
    return KIND;
  }
}

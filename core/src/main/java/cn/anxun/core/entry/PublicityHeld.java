package cn.anxun.core.entry;

/** 宣传. */
public record PublicityHeld(Header header, Fields fields) implements Entry {
  public static final Field<String> NAME = Field.text("name", 120);

  /** 安全生产月 5·12 119 安全生产法宣传周 五进 七进 敲门入户 媒体报道. */
  public static final Field<String> ACTIVITY = Field.code("activity");

  public static final Field<String> MEDIA_LEVEL = Field.code("media_level");
  public static final Field<Long> EVENTS = Field.integer("events");

  /** 人次. */
  public static final Field<Long> ATTENDEES = Field.integer("attendees");

  /** 份. */
  public static final Field<Long> MATERIALS = Field.integer("materials");

  /** 条. */
  public static final Field<Long> BANNERS = Field.integer("banners");

  /** 块. */
  public static final Field<Long> BOARDS = Field.integer("boards");

  /** 条. */
  public static final Field<Long> MESSAGES = Field.integer("messages");

  public static final Kind KIND =
      Kind.opens(
          "PublicityHeld",
          "publicity",
          PublicityHeld::new,
          NAME,
          ACTIVITY,
          MEDIA_LEVEL,
          EVENTS,
          ATTENDEES,
          MATERIALS,
          BANNERS,
          BOARDS,
          MESSAGES);

  @Override
  public Kind kind() {
    return KIND;
  }
}

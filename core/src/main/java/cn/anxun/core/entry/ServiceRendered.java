package cn.anxun.core.entry;

/** 购买服务: guidance given to an enterprise by an expert or a third party. */
public record ServiceRendered(Header header, Fields fields) implements Entry {
  public static final Field<String> SERVICE = Field.code("service");
  public static final Field<String> PROVIDER = Field.text("provider", 120);

  public static final Kind KIND =
      Kind.opens("ServiceRendered", "service", ServiceRendered::new, SERVICE, PROVIDER);

  @Override
  public Kind kind() {
    return KIND;
  }
}

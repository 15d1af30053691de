package cn.anxun.core.entry;

/**
 * An entry of a kind that this version does not know. It is kept as it is; figures that may depend
 * on it are marked 需升级.
 */
public record UnknownEntry(String kindName, Header header, Fields fields) implements Entry {
  @Override
  public Kind kind() {
    return Kind.step(kindName, Kind.ANY, (h, f) -> new UnknownEntry(kindName, h, f));
  }
}

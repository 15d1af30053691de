package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 排名办法: what units, never persons, are ranked by: weights, period, least number of hazards. */
public record RankingSet(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND = Kind.document("RankingSet", "ranking", RankingSet::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}

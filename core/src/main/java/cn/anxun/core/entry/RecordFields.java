package cn.anxun.core.entry;

import cn.anxun.core.json.Json;
import java.util.List;

/**
 * The fields that every opening entry may have. Division, industry and site kind are snapshots
 * taken when it was recorded.
 */
public final class RecordFields {
  /** The number a person can say ({@link SpokenNumber}), final from the moment it is made. */
  public static final Field<String> NUMBER = Field.text("number", 20);

  /** The unit (street, department, committee, bureau) that recorded it. */
  public static final Field<String> UNIT = Field.code("unit");

  /**
   * The division code, GB/T 2260 with its extensions: 6 digits for a county, 9 a street, 12 a
   * community, longer for a grid.
   */
  public static final Field<String> DIVISION = Field.code("division");

  public static final Field<String> INDUSTRY = Field.code("industry");
  public static final Field<String> SITE_KIND = Field.code("site_kind");
  public static final Field<String> SITE = Field.reference("site");

  /** 专项行动; one record may serve several. */
  public static final Field<List<String>> CAMPAIGN = Field.codes("campaign");

  /** The budget project; set by the office's {@link Attributed}, not on the phone. */
  public static final Field<String> PROJECT = Field.code("project");

  /** WGS-84 {@code {lat, lon, accuracy_m, at, provider}}, as {@code FieldPoint} writes it. */
  public static final Field<Json> POINT = Field.document("point");

  public static final Field<String> NOTE = Field.text("note", 2000);

  static final List<Field<?>> ALL =
      List.of(NUMBER, UNIT, DIVISION, INDUSTRY, SITE_KIND, SITE, CAMPAIGN, PROJECT, POINT, NOTE);

  private RecordFields() {}

  public static List<Field<?>> listAll() {
    return ALL;
  }
}

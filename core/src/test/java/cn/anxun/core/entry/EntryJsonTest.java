package cn.anxun.core.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryJsonTest {
  private static final String ID = "01890000-0000-7000-8000-000000000001";
  private static final String HASH = "ab".repeat(32);

  /** A hazard that is acceptable, with one member replaced; a null text removes it. */
  private static Map<String, String> hazard(String member, String json) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", quoted(ID));
    members.put("kind", "\"HazardFound\"");
    members.put("subject", quoted(ID));
    members.put("at", "\"2023-06-01T01:02:03Z\"");
    members.put("businessDate", "\"2023-06-01\"");
    members.put("author", "\"li\"");
    members.put("device", "\"phone-1\"");
    members.put("public", "{\"level\":\"一般\"}");
    members.put("personal", "{\"responsible_person\":\"张某\"}");
    if (json == null) {
      members.remove(member);
    } else {
      members.put(member, json);
    }
    return members;
  }

  private static String text(Map<String, String> members) {
    List<String> parts = new ArrayList<>();
    members.forEach((name, json) -> parts.add(quoted(name) + ':' + json));
    return '{' + String.join(",", parts) + '}';
  }

  private static String quoted(String text) {
    return JsonText.write(Json.of(text));
  }

  private static final String OTHER =
      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

  private static String attachments(String sha256, String bytes, String type) {
    return "[{\"sha256\":%s,\"bytes\":%s,\"type\":%s,\"role\":\"before\"}]"
        .formatted(quoted(sha256), bytes, quoted(type));
  }

  private static Arguments wrong(String member, String json, EntryProblem.Code code, String field) {
    return Arguments.of(text(hazard(member, json)), code, field);
  }

  private static String open(String fields) {
    return "{\"level\":\"一般\"," + fields + '}';
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of("not json", EntryProblem.Code.NOT_JSON, ""),
        Arguments.of("[]", EntryProblem.Code.NOT_JSON, ""),
        Arguments.of(text(hazard("public", "{")), EntryProblem.Code.NOT_JSON, ""),
        Arguments.of(" ".repeat(EntryJson.MAX_BYTES) + "{}", EntryProblem.Code.TOO_LARGE, ""),
        wrong("id", null, EntryProblem.Code.MISSING, "id"),
        wrong("id", "null", EntryProblem.Code.MISSING, "id"),
        wrong("id", "7", EntryProblem.Code.WRONG_TYPE, "id"),
        wrong("id", "\"7\"", EntryProblem.Code.BAD_ID, "id"),
        wrong("kind", "\"é\"", EntryProblem.Code.WRONG_TYPE, "kind"),
        wrong("kind", null, EntryProblem.Code.MISSING, "kind"),
        wrong("subject", "\"\"", EntryProblem.Code.BAD_ID, "subject"),
        wrong("subject", quoted("x".repeat(65)), EntryProblem.Code.BAD_ID, "subject"),
        wrong("after", "\"x\"", EntryProblem.Code.BAD_ID, "after"),
        wrong("after", "[]", EntryProblem.Code.BAD_ID, "after"),
        wrong("at", "\"yesterday\"", EntryProblem.Code.BAD_DATE, "at"),
        wrong("businessDate", "\"2023-02-30\"", EntryProblem.Code.BAD_DATE, "businessDate"),
        wrong(
            "businessDate", "\"1999-12-31\"", EntryProblem.Code.YEAR_OUT_OF_RANGE, "businessDate"),
        wrong(
            "businessDate", "\"2100-01-01\"", EntryProblem.Code.YEAR_OUT_OF_RANGE, "businessDate"),
        wrong("author", "\"a b\"", EntryProblem.Code.BAD_ID, "author"),
        wrong("device", "\"\"", EntryProblem.Code.BAD_ID, "device"),
        wrong("public", "[]", EntryProblem.Code.WRONG_TYPE, "public"),
        wrong("personal", "\"张某\"", EntryProblem.Code.WRONG_TYPE, "personal"),
        wrong("public", "{\"level\":7}", EntryProblem.Code.WRONG_TYPE, "level"),
        wrong("public", open("\"deadline\":\"soon\""), EntryProblem.Code.BAD_DATE, "deadline"),
        wrong("public", open("\"major_fire\":1}"), EntryProblem.Code.NOT_JSON, ""),
        wrong("public", open("\"major_fire\":\"yes\""), EntryProblem.Code.WRONG_TYPE, "major_fire"),
        wrong("public", open("\"funds_yuan\":-1"), EntryProblem.Code.OUT_OF_RANGE, "funds_yuan"),
        wrong(
            "public", open("\"funds_yuan\":0.00001"), EntryProblem.Code.OUT_OF_RANGE, "funds_yuan"),
        wrong("public", open("\"funds_yuan\":1e16"), EntryProblem.Code.OUT_OF_RANGE, "funds_yuan"),
        wrong("public", open("\"campaign\":[1]"), EntryProblem.Code.WRONG_TYPE, "campaign"),
        wrong(
            "public",
            open("\"campaign\":" + JsonText.write(Json.texts(Collections.nCopies(201, "a")))),
            EntryProblem.Code.TOO_MANY,
            "campaign"),
        wrong(
            "public",
            open("\"note\":" + quoted("字".repeat(2001))),
            EntryProblem.Code.TOO_LONG,
            "note"),
        wrong(
            "public",
            open("\"responsible_person\":\"张某\""),
            EntryProblem.Code.PERSONAL_IN_PUBLIC,
            "responsible_person"),
        wrong("personal", "{\"level\":\"一般\"}", EntryProblem.Code.PERSONAL_IN_PUBLIC, "level"),
        wrong("attachments", "{}", EntryProblem.Code.WRONG_TYPE, "attachments"),
        wrong("attachments", "[1]", EntryProblem.Code.WRONG_TYPE, "attachments"),
        wrong("attachments", attachments("AB", "1", "t"), EntryProblem.Code.BAD_ID, "sha256"),
        wrong(
            "attachments",
            attachments(HASH, "0", "t"),
            EntryProblem.Code.OUT_OF_RANGE,
            "attachments.bytes"),
        wrong(
            "attachments",
            attachments(HASH, "1.5", "t"),
            EntryProblem.Code.OUT_OF_RANGE,
            "attachments.bytes"),
        wrong(
            "attachments",
            attachments(HASH, "209715201", "t"),
            EntryProblem.Code.OUT_OF_RANGE,
            "attachments.bytes"),
        wrong(
            "attachments",
            attachments(HASH, "1", "t".repeat(65)),
            EntryProblem.Code.TOO_LONG,
            "attachments.type"),
        wrong(
            "attachments",
            JsonText.write(Json.items(Collections.nCopies(101, Json.TRUE))),
            EntryProblem.Code.TOO_MANY,
            "attachments"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void read_whenWrong_namesTheFieldAndWhatToDo(String json, EntryProblem.Code code, String field) {
    assertThatExceptionOfType(EntryRejectedException.class)
        .isThrownBy(() -> EntryJson.read(json.getBytes(UTF_8)))
        .satisfies(
            rejected -> {
              assertThat(rejected.problem().code()).isEqualTo(code);
              assertThat(rejected.problem().field()).isEqualTo(field);
              assertThat(rejected.problem().message()).contains("请").doesNotContain("{", "}");
            });
  }

  @Test
  void problems_areTriedForEveryCodeOfReading() {
    Set<EntryProblem.Code> tried = EnumSet.noneOf(EntryProblem.Code.class);
    problems().forEach(problem -> tried.add((EntryProblem.Code) problem.get()[1]));

    assertThat(tried).isEqualTo(EnumSet.complementOf(EnumSet.of(EntryProblem.Code.REFUSED)));
  }

  @Test
  void read_whenARequiredTextIsUnsetOrBlank_isMissing() {
    Map<String, String> site = hazard("kind", "\"SiteRegistered\"");
    site.remove("personal");
    for (String name : List.of("{}", "{\"name\":null}", "{\"name\":\"\"}", "{\"name\":\" \"}")) {
      site.put("public", name);
      assertThatExceptionOfType(EntryRejectedException.class)
          .as(name)
          .isThrownBy(() -> EntryJson.read(text(site).getBytes(UTF_8)))
          .satisfies(rejected -> assertThat(rejected.problem().field()).isEqualTo("name"));
    }
  }

  @Test
  void read_whenAcceptable_hasEveryPartAndTheVeryBytes() throws Exception {
    Map<String, String> members = hazard("after", quoted(ID));
    members.put("attachments", attachments(HASH, "209715200", "image/jpeg"));
    byte[] bytes = (" " + text(members) + "\n").getBytes(UTF_8);

    WrittenEntry read = EntryJson.read(bytes);

    assertThat(read.bytes()).isSameAs(bytes);
    Entry entry = read.entry();
    assertThat(entry).isInstanceOf(HazardFound.class);
    assertThat(entry.header().predecessor()).contains(ID);
    assertThat(entry.header().attachments())
        .containsExactly(new Attachment(HASH, 209715200, "image/jpeg", "before"));
    assertThat(entry.fields().text(HazardFound.LEVEL)).isEqualTo("一般");
    assertThat(entry.fields().text(HazardFound.RESPONSIBLE_PERSON)).isEqualTo("张某");
  }

  @Test
  void attachment_whenItsOriginalIsKnown_namesItAndElseSaysNothing() throws Exception {
    Map<String, String> members = hazard("after", quoted(ID));
    String plain = attachments(HASH, "1", "image/jpeg");
    members.put("attachments", plain.replace("}", ",\"original\":\"" + OTHER + "\"}"));

    Entry entry = EntryJson.read(text(members).getBytes(UTF_8)).entry();

    assertThat(entry.header().attachments().get(0).original()).contains(OTHER);
    assertThat(new String(EntryJson.write(entry).bytes(), UTF_8))
        .contains("\"role\":\"before\",\"original\":\"" + OTHER + "\"}");
    members.put("attachments", plain);
    Entry without = EntryJson.read(text(members).getBytes(UTF_8)).entry();
    assertThat(new String(EntryJson.write(without).bytes(), UTF_8)).doesNotContain("original");
    members.put("attachments", plain.replace("}", ",\"original\":\"AB\"}"));
    assertThatExceptionOfType(EntryRejectedException.class)
        .isThrownBy(() -> EntryJson.read(text(members).getBytes(UTF_8)))
        .satisfies(wrong -> assertThat(wrong.problem().field()).isEqualTo("original"));
  }

  @Test
  void read_whenFieldsOrKindAreUnknown_keepsThem() throws Exception {
    Entry hazard = read(hazard("public", open("\"drones\":{\"seen\":2}"))).entry();
    assertThat(hazard.fields().raw("drones")).isEqualTo(Json.members().put("seen", 2).build());

    WrittenEntry unknown = read(hazard("kind", "\"HazardFlown\""));
    assertThat(unknown.entry()).isInstanceOf(UnknownEntry.class);
    assertThat(unknown.entry().kind().name()).isEqualTo("HazardFlown");
    assertThat(unknown.entry().fields().raw("level")).isEqualTo(Json.of("一般"));
  }

  @Test
  void read_whenThePersonalPartIsErased_isStillAcceptable() throws Exception {
    Entry entry = read(hazard("personal", "null")).entry();

    assertThat(entry.fields().find(HazardFound.RESPONSIBLE_PERSON)).isEmpty();
    assertThat(entry.fields().text(HazardFound.LEVEL)).isEqualTo("一般");
  }

  @Test
  void write_whenSomeFieldsArePersonal_putsThemLastAndApart() throws Exception {
    Entry entry = read(hazard("after", null)).entry();

    String written = new String(EntryJson.write(entry).bytes(), UTF_8);

    assertThat(written).endsWith("\"personal\":{\"responsible_person\":\"张某\"}}");
    assertThat(read(written).entry()).isEqualTo(entry);
  }

  @Test
  void write_whenACorrectionIsOfAPersonalField_keepsItsValuesErasable() throws Exception {
    for (Kind kind : List.of(Corrected.KIND, ConflictResolved.KIND)) {
      String value = kind == Corrected.KIND ? "new" : "value";
      Fields fields =
          Fields.builder()
              .raw("target", Json.of(ID))
              .raw("field", Json.of("contact_phone"))
              .raw(value, Json.of("13900000000"))
              .build();
      Entry entry = kind.entry(read(hazard("after", null)).entry().header(), fields);

      String written = new String(EntryJson.write(entry).bytes(), UTF_8);
      assertThat(written).endsWith("\"personal\":{\"%s\":\"13900000000\"}}".formatted(value));
      assertThat(read(written).entry()).isEqualTo(entry);

      String inPublic =
          written
              .replace("\"field\":\"contact_phone\"}", "\"field\":\"contact_phone\",\"%s\":1}")
              .formatted(value)
              .replaceAll(",\"personal\".*", "}");
      assertThatExceptionOfType(EntryRejectedException.class)
          .isThrownBy(() -> read(inPublic))
          .satisfies(
              rejected ->
                  assertThat(rejected.problem().code())
                      .isEqualTo(EntryProblem.Code.PERSONAL_IN_PUBLIC));
    }
  }

  @Test
  void write_whenACorrectionIsOfAPublicField_isPublic() throws Exception {
    Fields fields =
        Fields.builder()
            .raw("target", Json.of(ID))
            .raw("field", Json.of("level"))
            .raw("new", Json.of("重大"))
            .build();
    Entry entry = Corrected.KIND.entry(read(hazard("after", null)).entry().header(), fields);

    assertThat(new String(EntryJson.write(entry).bytes(), UTF_8))
        .contains("\"new\":\"重大\"")
        .doesNotContain("personal");
  }

  @Test
  void written_whenTheBytesAreEqual_isEqual() throws Exception {
    WrittenEntry one = read(hazard("after", null));
    WrittenEntry same =
        new WrittenEntry(one.entry(), Arrays.copyOf(one.bytes(), one.bytes().length));

    assertThat(same).isEqualTo(one).hasSameHashCodeAs(one);
    assertThat(read(hazard("device", "\"phone-2\""))).isNotEqualTo(one);
  }

  private static WrittenEntry read(Map<String, String> members) throws EntryRejectedException {
    return read(text(members));
  }

  private static WrittenEntry read(String json) throws EntryRejectedException {
    return EntryJson.read(json.getBytes(UTF_8));
  }

  @Test
  void readRecorded_whenThisVersionWouldNotAcceptIt_hasEveryFieldAllTheSame() throws Exception {
    String tooLong = "长".repeat(3_000);
    byte[] bytes =
        text(hazard("public", "{\"level\":\"一般\",\"note\":" + quoted(tooLong) + "}"))
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> EntryJson.read(bytes)).isInstanceOf(EntryRejectedException.class);

    WrittenEntry recorded = EntryJson.readRecorded(bytes);

    assertThat(recorded.entry()).isInstanceOf(HazardFound.class);
    assertThat(recorded.entry().fields().text(RecordFields.NOTE)).isEqualTo(tooLong);
    assertThat(recorded.entry().fields().text(HazardFound.RESPONSIBLE_PERSON)).isEqualTo("张某");
    assertThat(recorded.bytes()).isEqualTo(bytes);
  }

  @Test
  void readRecorded_whenItHasNoHeader_isRefused() {
    byte[] bytes = text(hazard("id", null)).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> EntryJson.readRecorded(bytes))
        .isInstanceOf(EntryRejectedException.class);
  }
}

package cn.anxun.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.cases.CaseFile;
import cn.anxun.server.cases.CaseFiles;
import cn.anxun.server.cases.CaseGenerator;
import cn.anxun.server.cases.LoggedWork;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any case that the format allows comes out as its groups say. */
class RandomCaseTest {
  @Property(tries = 60)
  void case_whateverItHolds_comesOutAsItsGroupsSay(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    List<Json.Members> groups = random.groups(14);
    GroupCount count = new GroupCount(groups);
    List<Json> expected = new ArrayList<>();
    for (Json measure : random.measures(25)) {
      expected.add(
          Json.members()
              .put("indicator", "指标" + expected.size())
              .put("measure", measure)
              .put("value", count.printed(measure))
              .build());
    }
    CaseFile file = read(groups, expected);

    List<WrittenEntry> entries = LoggedWork.of(new CaseGenerator(seed, 30).work(file));
    List<Figure> figures = Folded.figures(file, entries);

    List<Json.Members> raw = new ArrayList<>();
    entries.forEach(entry -> raw.add((Json.Members) JsonText.read(entry.bytes())));
    Recount recount = new Recount(file.bureau().year(), raw);
    for (int i = 0; i < figures.size(); i++) {
      String indicator = JsonText.write(MeasureOf.json(file.expected().get(i)));
      assertThat(figures.get(i).printed())
          .as("%s of %s", indicator, groups)
          .isEqualTo(MeasureOf.printed(file.expected().get(i)));
      Recount.Counted counted = recount.count(MeasureOf.json(file.expected().get(i)));
      assertThat(counted.part()).as(indicator).isEqualByComparingTo(figures.get(i).part());
      assertThat(counted.whole()).as(indicator).isEqualByComparingTo(figures.get(i).whole());
    }
  }

  private static CaseFile read(List<Json.Members> groups, List<Json> expected) {
    Json bureau =
        Json.members().put("name", "某区").put("division", "369903").put("year", 2022).build();
    return CaseFiles.read(
        JsonText.write(
            Json.members()
                .put("bureau", bureau)
                .put("records", Json.items(groups))
                .put("expected", Json.items(expected))
                .build()));
  }
}

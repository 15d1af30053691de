package cn.anxun.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import cn.anxun.server.cases.CaseFile;
import cn.anxun.server.cases.CaseFiles;
import cn.anxun.server.cases.CaseReplay;
import cn.anxun.server.serve.ServerOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case over the real server: compared, recounted from what HTTP gives, and pushed once more. */
class ReplayTest {
  private static final int PAGE = 500;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({"yueyanglou-2023.json, 0", "gongjing-2020.json, 50"})
  void replay_whenItIsABureausPublishedYear_comesOutExactly(String name, int doubledPerThousand)
      throws Exception {
    Optional<Path> file = CaseFiles.shared(name);
    assumeThat(file).as("the published cases are beside the repository").isPresent();

    assertComesOut(CaseFiles.read(file.orElseThrow()), doubledPerThousand);
  }

  @Test
  void replay_whenEveryKindOccursAndSitesAreRegisteredTwice_comesOutExactly() throws Exception {
    assertComesOut(CaseFiles.read(CaseFiles.everyKind()), 50);
  }

  private void assertComesOut(CaseFile file, int doubledPerThousand) throws Exception {
    CaseReplay.Options options =
        new CaseReplay.Options(5, 20_231_231L, doubledPerThousand, Optional.empty());
    try (CaseReplay replay =
        CaseReplay.run(file, options, ServerOptions.inProcess(), CaseReplay.Progress.NONE)) {
      assertThat(replay.comparison().figures()).allMatch(line -> line.ok());
      assertThat(replay.comparison().ok()).isTrue();
      assertThat(replay.counts().faults()).isPositive();
      assertThat(replay.state().sites().isEmpty()).isEqualTo(doubledPerThousand == 0);

      List<byte[]> entries = pull(replay);
      assertThat(entries).hasSize((int) replay.ledger().lastSeq());
      assertRecounted(file, replay, entries);
      assertPushedAgainCountsOnce(replay, entries);
    }
  }

  private static void assertRecounted(CaseFile file, CaseReplay replay, List<byte[]> entries) {
    List<Json.Members> raw = new ArrayList<>();
    entries.forEach(bytes -> raw.add((Json.Members) JsonText.read(bytes)));
    Recount recount = new Recount(file.bureau().year(), raw);
    List<Figure> figures = replay.answers().figures();
    for (int i = 0; i < figures.size(); i++) {
      Recount.Counted counted = recount.count(MeasureOf.json(file.expected().get(i)));
      assertThat(List.of(counted.part(), counted.whole()))
          .as("part and whole of %s", file.expected().get(i).indicator())
          .usingElementComparator(BigDecimal::compareTo)
          .containsExactly(figures.get(i).part(), figures.get(i).whole());
    }
  }

  private void assertPushedAgainCountsOnce(CaseReplay replay, List<byte[]> entries)
      throws Exception {
    List<String> before = replay.answers().printed();
    long lastSeq = replay.ledger().lastSeq();
    String head = replay.ledger().head().hash();
    Set<String> seqs = new HashSet<>();
    for (int from = 0; from < entries.size(); from += PAGE) {
      List<WrittenEntry> some = new ArrayList<>();
      for (byte[] bytes : entries.subList(from, Math.min(from + PAGE, entries.size()))) {
        some.add(EntryJson.read(bytes));
      }
      HttpResponse<String> reply =
          client.send(
              request(replay, "/api/v1/entries")
                  .header("Content-Type", MediaTypes.V1)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(PushRequestJson.write(some)))
                  .build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(reply.statusCode()).isEqualTo(200);
      Json receipts = ((Json.Members) JsonText.read(reply.body())).get("receipts");
      for (Json receipt : ((Json.Items) receipts).values()) {
        seqs.add(String.valueOf(((Json.Members) receipt).get("seq")));
      }
    }
    assertThat(seqs).as("each entry keeps its first receipt").hasSize(entries.size());
    assertThat(replay.ledger().lastSeq()).isEqualTo(lastSeq);
    assertThat(replay.ledger().head().hash()).isEqualTo(head);
    assertThat(replay.answers().printed()).isEqualTo(before);
  }

  /** Every entry as HTTP gives it, by seq. */
  private List<byte[]> pull(CaseReplay replay) throws Exception {
    List<byte[]> entries = new ArrayList<>();
    String cursor = "";
    boolean more = true;
    while (more) {
      HttpResponse<String> reply =
          client.send(
              request(
                      replay,
                      "/api/v1/entries?limit="
                          + PAGE
                          + "&cursor="
                          + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                  .build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(reply.statusCode()).isEqualTo(200);
      Json.Members page = (Json.Members) JsonText.read(reply.body());
      for (Json item : ((Json.Items) page.get("entries")).values()) {
        entries.add(JsonText.bytes(((Json.Members) item).get("entry")));
      }
      cursor = ((Json.Text) page.get("cursor")).value();
      more = page.get("more").equals(Json.TRUE);
    }
    return entries;
  }

  private static HttpRequest.Builder request(CaseReplay replay, String path) {
    URI address = replay.server().address().resolve(path);
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Bearer " + replay.lastPhone().enrolment().token())
        .header("Accept", MediaTypes.V1);
  }
}

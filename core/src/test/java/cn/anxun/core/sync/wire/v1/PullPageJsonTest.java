package cn.anxun.core.sync.wire.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.PullPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullPageJsonTest {
  private static final String ID = "018bcfe5-6800-7000-8000-000000000001";
  private static final String HAZARD =
      "{ \"id\":\""
          + ID
          + "\",\"kind\":\"HazardFound\",\"subject\":\""
          + ID
          + "\",\"at\":\"2023-11-14T22:13:20Z\",\"businessDate\":\"2023-11-15\",\"author\":\"a\","
          + "\"device\":\"d\",\"public\":{\"level\":\"一般\", \"later\":[1.50]}}";

  @Test
  void read_whenWritten_givesTheSamePage() throws MalformedMessageException {
    PullPage page = PullPageJson.read(page(entry(HAZARD, "grid-worker")));

    assertThat(PullPageJson.read(PullPageJson.write(page))).isEqualTo(page);
    LedgerEntry entry = page.entries().get(0);
    assertThat(entry.entry()).isInstanceOf(HazardFound.class);
    assertThat(entry.written().bytes()).isEqualTo(HAZARD.getBytes(UTF_8));
    assertThat(entry.seq()).isEqualTo(7);
    assertThat(entry.stamp().role()).isEqualTo(Role.GRID_WORKER);
    assertThat(page.reset()).isEqualTo(PullPage.Reset.EPOCH);
  }

  @Test
  void read_whenTheKindIsUnknown_keepsItRaw() throws MalformedMessageException {
    String drone = HAZARD.replace("HazardFound", "DroneFlown");

    LedgerEntry entry = PullPageJson.read(page(entry(drone, "inspector"))).entries().get(0);

    assertThat(entry.entry())
        .isInstanceOfSatisfying(
            UnknownEntry.class, u -> assertThat(u.kindName()).isEqualTo("DroneFlown"));
    assertThat(entry.written().bytes()).isEqualTo(drone.getBytes(UTF_8));
  }

  @Test
  void read_whenAnEntryBreaksTheRulesOfThisVersion_keepsItAsUnknownAndTheRest()
      throws MalformedMessageException {
    String broken = HAZARD.replace("\"一般\"", "12").replace("2023-11-14T22:13:20Z", "noon");
    String notEvenAnObject = "[[1,1e999]]";

    PullPage page =
        PullPageJson.read(
            page(
                entry(broken, "inspector")
                    + ","
                    + entry(notEvenAnObject, "inspector")
                    + ","
                    + entry(HAZARD, "inspector")));

    assertThat(page.entries())
        .extracting(entry -> entry.entry().getClass().getSimpleName())
        .containsExactly("UnknownEntry", "UnknownEntry", "HazardFound");
    assertThat(page.entries().get(0).id()).isEqualTo(ID);
    assertThat(page.entries().get(1).id()).isEqualTo("unreadable-7");
    assertThat(page.entries().get(1).entry().header().businessDate())
        .isEqualTo(LocalDate.of(2023, 11, 16));
    assertThat(page.entries().get(1).written().bytes()).isEqualTo(notEvenAnObject.getBytes(UTF_8));
  }

  @Test
  void read_whenTheRoleIsUnknown_grantsItNothing() throws MalformedMessageException {
    LedgerEntry entry = PullPageJson.read(page(entry(HAZARD, "minister"))).entries().get(0);

    assertThat(entry.entry()).isInstanceOf(UnknownEntry.class);
    assertThat(entry.stamp().role()).isEqualTo(Role.INSPECTOR);
  }

  @Test
  void read_whenThereIsMore_tellsWhereItGoesOnBeforeItReadsTheEntries() {
    byte[] page =
        ("{\"entries\":[{\"seq\":\"seven\"}],\"cursor\":\"c8\",\"more\":true,\"headSeq\":9,"
                + "\"head\":\"\"}")
            .getBytes(UTF_8);
    List<String> told = new ArrayList<>();

    assertThatThrownBy(() -> PullPageJson.read(page, told::add))
        .isInstanceOf(MalformedMessageException.class);

    assertThat(told).containsExactly("c8");
  }

  @Test
  void read_whenThereIsNoMoreOrSomethingMustGoFirst_tellsNoCursor()
      throws MalformedMessageException {
    List<String> told = new ArrayList<>();
    PullPage last = new PullPage(List.of(), "c8", false, 9, "", PullPage.Reset.NONE);
    PullPage reset = new PullPage(List.of(), "c8", true, 9, "", PullPage.Reset.SCOPE);

    PullPage unused = PullPageJson.read(PullPageJson.write(last), told::add);
    unused = PullPageJson.read(PullPageJson.write(reset), told::add);

    assertThat(told).isEmpty();
  }

  @Test
  void read_whenCutOff_isMalformed() {
    byte[] whole = page(entry(HAZARD, "inspector"));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = new byte[length];
      System.arraycopy(whole, 0, part, 0, length);
      assertThatThrownBy(() -> PullPageJson.read(part))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  private static String entry(String entry, String role) {
    return "{\"seq\":7,\"author\":\"li\",\"role\":\""
        + role
        + "\",\"device\":\"d1\",\"at\":\"2023-11-15T23:00:00Z\",\"entry\":"
        + entry
        + ",\"new\":true}";
  }

  private static byte[] page(String entries) {
    return ("{\"entries\":["
            + entries
            + "],\"cursor\":\"c\",\"more\":true,\"headSeq\":9,\"head\":\"ab\",\"reset\":\"epoch\"}")
        .getBytes(UTF_8);
  }
}

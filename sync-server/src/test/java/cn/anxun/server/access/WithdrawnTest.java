package cn.anxun.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody is told whose access was withdrawn. */
final class WithdrawnTest {
  /** That the ledger was restored, so that it hands over again what it did after the backup. */
  @Test
  void pull_withACursorOfBeforeARestore_tellsOfTheRestoreAndNothingElse() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      List<Enrolment> phones =
          List.of(
              running.enrol("revoked", Role.ADMINISTRATOR),
              running.enrol("disabled", Role.OFFICE),
              running.enrol("left", Role.INSPECTOR),
              running.enrol("changed", Role.GRID_WORKER));
      running.push(phones.get(0).token(), RunningServer.drill(running.id(), "2026-03-01").build());
      String epoch = running.server().ledger(RunningServer.BUREAU).epoch();
      String cursor = page(running.get("/api/v1/entries", phones.get(0).token())).cursor();
      String before = encoded(decoded(cursor).replace(epoch, "0".repeat(32)));
      assertThat(before).isNotEqualTo(cursor);
      withdraw(running.server().directory(), phones.get(0).device());

      for (Enrolment phone : phones) {
        for (String own : List.of("", cursor, "nonsense")) {
          assertThat(pull(running, phone, own).statusCode()).as(phone.account()).isEqualTo(401);
        }
        HttpResponse<byte[]> told = pull(running, phone, before);
        assertThat(told.statusCode()).as(phone.account()).isEqualTo(200);
        PullPage page = page(told);
        assertThat(page.reset()).isEqualTo(PullPage.Reset.EPOCH);
        assertThat(page.entries()).isEmpty();
        assertThat(page.more()).isFalse();
        assertThat(page.headSeq()).isZero();
        assertThat(page.head()).isEqualTo("0".repeat(64));
        assertThat(decoded(page.cursor())).contains(epoch);
        assertThat(pull(running, phone, page.cursor()).statusCode())
            .as("it is told once")
            .isEqualTo(401);
        assertThat(running.get("/api/v1/digest?cursor=" + before, phone.token()).statusCode())
            .isEqualTo(401);
      }
    }
  }

  private static String decoded(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }

  private static String encoded(String cursor) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
  }

  private static void withdraw(Directory directory, String device) {
    directory.devices().revoke(device, "test");
    directory.accounts().setDisabled("disabled", true, "test");
    directory.accounts().revokeGrant("left", RunningServer.BUREAU, "test");
    directory.accounts().grant("changed", Grant.of(RunningServer.BUREAU, Role.AUDITOR), "test");
  }

  private static HttpResponse<byte[]> pull(RunningServer running, Enrolment phone, String cursor)
      throws Exception {
    String question = cursor.isEmpty() ? "" : "?cursor=" + cursor;
    return running.get("/api/v1/entries" + question, phone.token());
  }

  private static PullPage page(HttpResponse<byte[]> answer) throws Exception {
    return PullPageJson.read(answer.body());
  }
}

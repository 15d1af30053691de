package cn.anxun.server.yearend;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is asked before a year is closed.
 *
 * @param devices the bureau's enrolled devices that are not revoked
 * @param attachments whether the file of this SHA-256 is there
 */
public record YearGate(List<SeenDevice> devices, Predicate<String> attachments) {
  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");
  private static final Map<Notice.Type, GateFinding.Type> BY_NOTICE =
      new EnumMap<>(
          Map.of(
              Notice.Type.SUSPECTED_DOUBLE, GateFinding.Type.SUSPECTED_DOUBLE,
              Notice.Type.CONFLICT, GateFinding.Type.CONFLICT,
              Notice.Type.PROPOSAL, GateFinding.Type.PROPOSAL,
              Notice.Type.WAITING, GateFinding.Type.WAITING,
              Notice.Type.UPGRADE_NEEDED, GateFinding.Type.UPGRADE_NEEDED));

  /** A device and when it last talked to the server. */
  public record SeenDevice(String device, Instant lastSeen) {}

  public YearGate {
    devices = List.copyOf(devices);
  }

  /** A gate that knows of no devices and holds that every attachment is there. */
  public static YearGate ofLedgerAlone() {
    return new YearGate(List.of(), sha256 -> true);
  }

  /** What stands in the way of closing this year. */
  List<GateFinding> findings(LedgerView ledger, LedgerState state, int year, Instant now) {
    Map<GateFinding.Type, List<String>> about = new EnumMap<>(GateFinding.Type.class);
    Instant over = LocalDate.of(year + 1, 1, 1).atStartOfDay(BUSINESS_ZONE).toInstant();
    if (now.isBefore(over)) {
      note(about, GateFinding.Type.YEAR_RUNNING, Integer.toString(year));
    }
    for (SeenDevice device : devices) {
      if (device.lastSeen().isBefore(over)) {
        note(about, GateFinding.Type.DEVICE_UNSEEN, device.device());
      }
    }
    for (Notice notice : state.notices()) {
      GateFinding.Type type = BY_NOTICE.get(notice.type());
      if (type != null) {
        note(about, type, notice.subject());
      }
    }
    noteMissingAttachments(about, ledger, state, year);
    for (String form : new YearQuestions(state, year).unreadableForms()) {
      note(about, GateFinding.Type.FORM_UNREADABLE, form);
    }
    List<GateFinding> findings = new ArrayList<>();
    about.forEach((type, subjects) -> findings.add(new GateFinding(type, subjects)));
    return findings;
  }

  private void noteMissingAttachments(
      Map<GateFinding.Type, List<String>> about, LedgerView ledger, LedgerState state, int year) {
    ledger.scan(
        0,
        state.cutoff().seq(),
        entry -> {
          if (entry.entry().header().businessDate().getYear() == year) {
            for (Attachment attachment : entry.entry().header().attachments()) {
              if (!attachments.test(attachment.sha256())) {
                note(about, GateFinding.Type.ATTACHMENT_MISSING, entry.entry().subject());
              }
            }
          }
        });
  }

  private static void note(
      Map<GateFinding.Type, List<String>> about, GateFinding.Type type, String what) {
    about.computeIfAbsent(type, key -> new ArrayList<>()).add(what);
  }
}

package cn.anxun.server.simulation;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.server.auth.Directory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that must hold once all has healed. */
final class Checks {
  static final String ONE_HAZARD = "two people acted on one hazard at the same time";
  static final String ONE_SITE_TWICE = "one site made by two people, and merged";

  private final SimulatedServer server;
  private final List<SimulatedPhone> phones;
  private final Happened happened;
  private final Optional<FigureChecks.Asked> earlier;
  private final List<LedgerEntry> ledger;
  private final Map<String, LedgerEntry> byId = new HashMap<>();
  private final Decisions decisions;

  /**
   * @param earlier what the server answered some time before
   */
  Checks(
      SimulatedServer server,
      List<SimulatedPhone> phones,
      Happened happened,
      Optional<FigureChecks.Asked> earlier) {
    this.earlier = earlier;
    this.server = server;
    this.phones = phones;
    this.happened = happened;
    this.ledger = entries(server.ledger(), Stamp.UNSENT - 1);
    this.decisions = Decisions.of(server);
  }

  void check() {
    for (LedgerEntry entry : ledger) {
      require(
          Promise.COUNTS_ONCE,
          byId.put(entry.id(), entry) == null,
          "twice in the ledger: " + entry.id());
    }
    for (int i = 0; i < ledger.size(); i++) {
      require(
          Promise.NO_GAP,
          ledger.get(i).seq() == i + 1L,
          "a gap in the ledger before " + ledger.get(i).seq());
    }
    FigureChecks figures = new FigureChecks(happened);
    figures.check("the server", server.ledger()::state, ledger);
    figures.checkNotices(server.ledger().state(FigureChecks.cutoff(ledger.size())), ledger);
    earlier.ifPresent(asked -> figures.checkAgain(asked, server.ledger()::state, ledger));
    for (int i = 0; i < phones.size(); i++) {
      checkPhone(i);
    }
    LedgerChecks own = new LedgerChecks(server, phones, happened);
    own.checkOrigins(ledger, decisions);
    own.verify();
    countMeetings();
  }

  private void checkPhone(int number) {
    SimulatedPhone phone = phones.get(number);
    Map<String, OutboxEntry> own = new HashMap<>();
    for (OutboxState state : OutboxState.values()) {
      phone.store().list(state).forEach(entry -> own.put(entry.id(), entry));
    }
    own.values().forEach(this::checkReason);
    phone
        .seenSaved()
        .forEach(
            (id, saved) -> {
              OutboxEntry held = own.get(id);
              require(
                  Promise.STAYS_ON_THE_PHONE,
                  held != null,
                  "phone " + number + " lost what was seen saved: " + id);
              checkSaved(phone, number, held, saved);
            });
    if (isWithdrawn(phone.enrolment())) {
      return;
    }
    OutboxCounts counts = phone.store().counts();
    require(
        Promise.NOTHING_WAITS,
        counts.pending() == counts.deferred() && counts.held() == 0,
        "phone " + number + " still has pending ones");
    List<LedgerEntry> visible = visible(number);
    List<LedgerEntry> pulled = entries(phone.store(), Stamp.UNSENT - 1);
    require(
        Promise.SAME_LEDGER,
        pulled.equals(visible),
        "phone " + number + " holds another ledger: " + difference(pulled, visible));
    FigureChecks figures = new FigureChecks(happened);
    figures.check("phone " + number, phone.phone()::state, visible);
    if (Template.ROLES.get(number) != Role.GRID_WORKER) {
      earlier.ifPresent(asked -> figures.checkAgain(asked, phone.phone()::state, visible));
    }
  }

  private boolean isWithdrawn(Enrolment enrolment) {
    Directory directory = server.running().directory();
    return directory.devices().find(enrolment.device()).orElseThrow().revokedAt().isPresent()
        || directory.accounts().find(enrolment.account()).orElseThrow().disabled();
  }

  private void checkReason(OutboxEntry held) {
    if (held.state() == OutboxState.QUARANTINED) {
      require(
          Promise.SAYS_WHY,
          held.problem().filter(problem -> !problem.message().isBlank()).isPresent(),
          "put aside without a reason: " + held);
      happened.count("put aside with a reason");
    }
  }

  private List<LedgerEntry> visible(int number) {
    if (Template.ROLES.get(number) != Role.GRID_WORKER) {
      return ledger;
    }
    String account = phones.get(number).enrolment().account();
    String division = server.running().directory().accounts().listGrants(account).get(0).division();
    return Sight.of(ledger, division, account);
  }

  private void checkSaved(
      SimulatedPhone phone, int number, OutboxEntry held, List<WrittenEntry> saved) {
    LedgerEntry accepted = byId.get(held.id());
    if (accepted != null) {
      require(
          Promise.KEEPS_ITS_BYTES,
          saved.stream().anyMatch(one -> Arrays.equals(one.bytes(), accepted.written().bytes())),
          "the ledger holds other bytes of " + held.id());
      requireUnblamed(phone, number, held);
      return;
    }
    boolean future = held.written().entry().kind().name().equals(People.FUTURE_KIND);
    boolean asItMayBe =
        switch (held.state()) {
          case QUARANTINED -> held.problem().isPresent();
          case WITHDRAWN -> phone.perhapsWithdrawn().contains(held.id());
          case HELD ->
              // A phone that was withdrawn before its first pull cannot learn of a restore.
              decisions.waiting().contains(held.id())
                  || decisions.refused().contains(held.id())
                  || phone.store().syncState().cursor().isEmpty();
          case PENDING -> future && held.deferredUntil().isPresent();
          case ACCEPTED, DIFFERS -> false;
        };
    require(
        Promise.REACHES_THE_LEDGER,
        asItMayBe,
        "phone " + number + ": neither in the ledger nor put aside: " + held);
    requireUnblamed(phone, number, held);
    happened.count("at the end: " + held.state());
  }

  private void requireUnblamed(SimulatedPhone phone, int number, OutboxEntry held) {
    String blame = held.problem().map(problem -> problem.message()).orElse("");
    require(
        Promise.NONE_IS_BLAMED,
        held.state() != OutboxState.QUARANTINED
            || phone.bad().contains(held.id())
            || blame.contains("500")
            || decisions.refused().contains(held.id()),
        "phone " + number + " put aside what is good: " + held.id() + " " + blame);
  }

  /** Counts what people did with one and the same thing, neither knowing of the other. */
  private void countMeetings() {
    Map<String, Set<String>> authors = new HashMap<>();
    for (LedgerEntry entry : ledger) {
      LedgerEntry opening = byId.get(entry.entry().subject());
      Optional<String> after = Optional.ofNullable(entry.entry().header().after());
      if (opening != null && opening.entry().kind() == HazardFound.KIND && after.isPresent()) {
        authors.computeIfAbsent(after.get(), unused -> new HashSet<>()).add(entry.stamp().author());
      } else if (entry.entry().kind() == SiteMerged.KIND && isOneSiteMadeTwice(entry)) {
        happened.count(ONE_SITE_TWICE);
      }
    }
    authors.values().removeIf(some -> some.size() < 2);
    happened.count(ONE_HAZARD, authors.size());
    happened.count("entries accepted", ledger.size());
  }

  /** Whether this merges two sites that different people gave the same name. */
  private boolean isOneSiteMadeTwice(LedgerEntry merge) {
    LedgerEntry one = byId.get(merge.entry().subject());
    LedgerEntry other = byId.get(merge.entry().fields().find(SiteMerged.INTO).orElse(""));
    return one != null
        && other != null
        && !one.stamp().author().equals(other.stamp().author())
        && one.entry()
            .fields()
            .find(SiteRegistered.NAME)
            .equals(other.entry().fields().find(SiteRegistered.NAME));
  }

  private static String difference(List<LedgerEntry> one, List<LedgerEntry> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return "at " + (i + 1) + ": " + one.get(i) + " and " + other.get(i);
      }
    }
    return one.size() + " and " + other.size();
  }

  static List<LedgerEntry> entries(LedgerView ledger, long upTo) {
    List<LedgerEntry> entries = new ArrayList<>();
    ledger.scan(0, upTo, entries::add);
    return entries;
  }

  static void require(Promise promise, boolean holds, String otherwise) {
    if (!holds) {
      throw new BrokenPromise(promise, otherwise);
    }
  }
}

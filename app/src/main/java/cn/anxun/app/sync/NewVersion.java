package cn.anxun.app.sync;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.OfferedApp;
import cn.anxun.core.sync.OfferedApp.Advice;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.OfferedAppJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.inject.Inject;

/**
 * Whether the server hands out a newer app than this one. It is asked once a day after a sync, and
 * the answer kept. Nothing depends on it: an app of any age records and pushes. Waits for the disk.
 */
public final class NewVersion {
  private static final String OFFER = "app.offer";
  private static final String ASKED = "app.asked";
  private static final String DISMISSED = "app.dismissed";
  private static final Duration EACH = Duration.ofDays(1);

  /**
   * What the person should be told.
   *
   * @param name the version's name
   * @param address where it is to be had, for a browser
   * @param urgent whether this app is older than the server wants any to be
   */
  public record Hint(String name, String address, boolean urgent) {}

  private final Settings settings;
  private final Enrolments enrolments;
  private final RemoteApp remote;
  private final AppVersion installed;
  private final Clock clock;

  @Inject
  NewVersion(
      Settings settings,
      Enrolments enrolments,
      RemoteApp remote,
      AppVersion installed,
      Clock clock) {
    this.settings = settings;
    this.enrolments = enrolments;
    this.remote = remote;
    this.installed = installed;
    this.clock = clock;
  }

  /** Asks where the last answer is of yesterday; where none comes, the last one stands. */
  void ask(Enrolled enrolled) {
    Instant now = clock.instant();
    boolean recent =
        settings
            .find(ASKED)
            .map(Instant::parse)
            .filter(at -> at.plus(EACH).isAfter(now) && !at.isAfter(now))
            .isPresent();
    if (!recent && remote.ask(enrolled) instanceof RemoteAnswer.Answered<OfferedApp> answered) {
      byte[] offer = OfferedAppJson.write(answered.value(), 0, "");
      settings.put(OFFER, new String(offer, StandardCharsets.UTF_8));
      settings.put(ASKED, now.toString());
    }
  }

  /** Empty where this app is new enough, as far as is known. */
  public Optional<Hint> find() {
    Optional<OfferedApp> offered = settings.find(OFFER).flatMap(NewVersion::read);
    Optional<String> server =
        enrolments.find().map(enrolled -> enrolled.server().urls()).map(urls -> urls.get(0));
    if (!offered.isPresent() || !server.isPresent()) {
      return Optional.empty();
    }
    Advice advice = offered.get().adviceFor(installed);
    return advice == Advice.NONE
        ? Optional.empty()
        : Optional.of(
            new Hint(
                offered.get().latest().name(),
                address(server.get(), offered.get().page()),
                advice == Advice.UPDATE_NOW));
  }

  /**
   * What is to be told where nobody asked: not a version that somebody has put off, unless this app
   * is too old; then it is told again the next day.
   */
  public Optional<Hint> findNews() {
    Optional<String> dismissed = settings.find(DISMISSED);
    return find().filter(hint -> !dismissed.filter(mark -> mark.equals(mark(hint))).isPresent());
  }

  /** Somebody has read it and goes on without. */
  public void dismiss(Hint hint) {
    settings.put(DISMISSED, mark(hint));
  }

  private String mark(Hint hint) {
    return hint.urgent()
        ? hint.name() + ' ' + clock.instant().truncatedTo(ChronoUnit.DAYS)
        : hint.name();
  }

  private static String address(String server, String page) {
    String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    return base + page;
  }

  private static Optional<OfferedApp> read(String offer) {
    try {
      return Optional.of(OfferedAppJson.read(offer.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedMessageException e) {
      // Kept by an app that wrote it in another form: asked anew within a day.
      return Optional.empty();
    }
  }
}

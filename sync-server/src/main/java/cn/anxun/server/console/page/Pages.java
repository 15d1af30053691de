package cn.anxun.server.console.page;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Device;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends pages: a template within the frame that all share. */
public final class Pages {
  private static final int HEAD_SHOWN = 16;
  private static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Directory directory;
  private final Csrf csrf;

  public Pages(Directory directory, Csrf csrf) {
    this.directory = directory;
    this.csrf = csrf;
  }

  /** The frame of a page that stands before the login. */
  public Frame door(Context context, String titleKey) {
    return message(context, Requests.texts(context).text(titleKey));
  }

  /** The frame of a page that belongs to nobody. */
  public Frame message(Context context, String title) {
    return new Frame(
        Requests.texts(context),
        title,
        Optional.empty(),
        "",
        csrf.give(context),
        null,
        path(context),
        List.of(),
        Optional.empty());
  }

  /** The frame of a page without figures. */
  public Frame plain(Context context, Principal person, @Nullable Section section, String title) {
    return frame(context, person, section, title, Optional.empty());
  }

  /** The frame of a page that speaks of the ledger, and says of which. */
  public Frame of(
      Context context,
      Principal person,
      Section section,
      String title,
      BureauLedger ledger,
      Viewed viewed) {
    return frame(
        context,
        person,
        section,
        title,
        Optional.of(standing(Requests.texts(context), person, ledger, viewed, true)));
  }

  /** The same for a page on which somebody types: what grows the ledger does not replace it. */
  public Frame still(
      Context context,
      Principal person,
      Section section,
      String title,
      BureauLedger ledger,
      Viewed viewed) {
    return frame(
        context,
        person,
        section,
        title,
        Optional.of(standing(Requests.texts(context), person, ledger, viewed, false)));
  }

  private Frame frame(
      Context context,
      Principal person,
      @Nullable Section section,
      String title,
      Optional<Standing> standing) {
    return new Frame(
        Requests.texts(context),
        title,
        Optional.of(person),
        bureau(person.bureau()),
        csrf.give(context, person),
        section,
        path(context),
        bureaus(person),
        standing);
  }

  private List<Frame.Choice> bureaus(Principal person) {
    List<Frame.Choice> choices =
        SeenBureaus.list(directory, person).stream()
            .map(grant -> grant.bureau())
            .map(id -> new Frame.Choice(id, bureau(id), id.equals(person.bureau())))
            .toList();
    return choices.size() > 1 ? choices : List.of();
  }

  /** What the bureau of this id is called. */
  public String bureau(String id) {
    return directory.bureaus().find(id).map(Bureau::name).orElse(id);
  }

  private Standing standing(
      Texts texts, Principal person, BureauLedger ledger, Viewed viewed, boolean live) {
    Cutoff cutoff = viewed.cutoff();
    return new Standing(
        cutoff,
        ledger.headAt(cutoff.seq()).hash().substring(0, HEAD_SHOWN),
        ledger.lastSeq(),
        live,
        viewed
            .closed()
            .map(closed -> texts.text("console.closed", closed.edition(), closed.signedBy())),
        silent(person.bureau(), cutoff));
  }

  /** The phones of the bureau that have not synced since the day of the cut-off, by name. */
  public List<String> silent(String bureau, Cutoff cutoff) {
    Instant since = Days.start(cutoff.date());
    return directory.devices().list(bureau).stream()
        .filter(device -> device.revokedAt().isEmpty() && device.lastSeenAt().isBefore(since))
        .map(this::name)
        .toList();
  }

  private String name(Device device) {
    String owner = directory.accounts().displayName(device.account());
    return owner + ' ' + device.letters();
  }

  private static String path(Context context) {
    String query = context.queryString();
    return query == null || query.isEmpty() ? context.path() : context.path() + '?' + query;
  }

  /**
   * Sends the page.
   *
   * @param template its path under {@code src/main/jte}
   * @param model what the template calls {@code model}
   */
  public static void send(Context context, String template, Frame frame, Object model) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("model", model);
    context.html(Templates.render(template, parameters));
    context.header("Content-Security-Policy", CONTENT_SECURITY);
    context.header("Vary", "Accept-Language, Cookie");
  }

  /** Sends a part of a page, which the browser puts in its place. */
  public static void sendPart(Context context, String template, Map<String, Object> parameters) {
    context.html(Templates.render(template, parameters));
    context.header("Vary", "Accept-Language, Cookie");
  }
}

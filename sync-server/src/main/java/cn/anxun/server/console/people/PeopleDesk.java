package cn.anxun.server.console.people;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AccountException;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the pages about accounts and phones have in common. */
final class PeopleDesk {
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Clock clock;

  PeopleDesk(Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
  }

  Directory directory() {
    return directory;
  }

  BureauLedger ledger(Principal person) {
    return ledgers.get(person.bureau());
  }

  /** What each phone has sent. */
  Sent sent(Principal person) {
    return new Sent(ledger(person), sha256 -> ledgers.needsNoAttachment(person.bureau(), sha256));
  }

  Clock clock() {
    return clock;
  }

  Words words(Context context, Principal person) {
    return words(context, person.bureau());
  }

  Words words(Context context, String bureau) {
    BureauLedger ledger = ledgers.get(bureau);
    return new Words(Viewed.latest(ledger, clock).state(ledger), Requests.texts(context));
  }

  /**
   * The form of a grant, with what is known or was typed.
   *
   * @param bureaus to choose from; none for the person's own alone
   */
  GrantForm grantForm(
      Context context,
      Principal person,
      Map<String, String> bureaus,
      String role,
      String unit,
      String division) {
    Words words = words(context, person);
    return new GrantForm(
        person.bureau(),
        role,
        words.unit(unit),
        division,
        bureaus,
        Words.roles(Requests.texts(context)),
        words.units(),
        words.divisions());
  }

  /** The bureaus that this person administers, by name. */
  Map<String, String> bureaus(Principal person) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String bureau : new Administrator(directory, person).bureaus()) {
      names.put(bureau, pages.bureau(bureau));
    }
    return names;
  }

  /** Why something was not done, in a sentence; empty where it was. */
  static Optional<String> attempt(Context context, Runnable work) {
    Texts texts = Requests.texts(context);
    try {
      work.run();
      return Optional.empty();
    } catch (AccountException e) {
      context.status(400);
      return Optional.of(texts.text("problem." + e.reason().wire(), e.arguments()));
    } catch (Refusal refusal) {
      if (refusal.status() != 400) {
        throw refusal;
      }
      context.status(400);
      return Optional.of(refusal.problem(texts).detail());
    }
  }

  void send(Context context, Principal person, String template, String title, Object model) {
    Pages.send(context, template, pages.plain(context, person, Section.ADMIN, title), model);
  }
}

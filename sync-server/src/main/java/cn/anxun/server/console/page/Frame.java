package cn.anxun.server.console.page;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.text.ServerTexts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title of the page, for its tab and its heading
 * @param person who is looking; empty before the login
 * @param bureau the name of the person's bureau, or ""
 * @param csrf the proof that every form carries, see {@link Csrf}
 * @param section where in the menu the page is; null for none
 * @param path the page's address with its query, to load it anew
 * @param bureaus that the person may see, where there are several
 * @param standing of what ledger the page speaks; empty for pages without figures
 */
public record Frame(
    Texts texts,
    String title,
    Optional<Principal> person,
    String bureau,
    String csrf,
    @Nullable Section section,
    String path,
    List<Choice> bureaus,
    Optional<Standing> standing) {

  /** A bureau that the person may go to. */
  public record Choice(String id, String name, boolean here) {}

  public Frame {
    bureaus = List.copyOf(bureaus);
  }

  /** The text of {@code console.<key>} in the language of the page. */
  public String t(String key, Object... arguments) {
    return texts.text("console." + key, arguments);
  }

  public boolean isEnglish() {
    return texts.equals(ServerTexts.ENGLISH);
  }

  /** The menu of this person. */
  public List<Section> menu() {
    return person
        .map(who -> List.of(Section.values()).stream().filter(place -> isOpen(place, who)).toList())
        .orElse(List.of());
  }

  /** With one bureau there is nothing to sum up. */
  private boolean isOpen(Section place, Principal who) {
    return place.isOpenTo(who) && (place != Section.BUREAUS || bureaus.size() > 1);
  }

  public String name(Section place) {
    return texts.text(place.key());
  }

  public boolean isHere(Section place) {
    return place == section;
  }
}

package cn.anxun.app.feature.inspection;

import cn.anxun.app.feature.inspection.ListedSite.Position;
import cn.anxun.core.codelist.CreditCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds sites by name, number, pinyin initials or credit code, and orders them. */
final class SiteSearch {
  private SiteSearch() {}

  /** In which order the sites are shown. */
  enum Order {
    /** On this year's plan and not visited in it first. */
    PLAN,
    /** Nearest first; those of no known position last. */
    NEAREST,
    /** Visited last first. */
    RECENT
  }

  /** Those that the query fits, the best fit first, then in this order; all for a blank query. */
  static List<ListedSite> list(
      List<ListedSite> sites, String query, Order order, Optional<Position> here, int year) {
    String typed = query.trim().toLowerCase(Locale.ROOT);
    Comparator<ListedSite> byOrder = comparator(order, here, year);
    List<Ranked> ranked = new ArrayList<>();
    for (ListedSite site : sites) {
      int fit = typed.isEmpty() ? 0 : fit(site, typed);
      if (fit >= 0) {
        ranked.add(new Ranked(site, fit));
      }
    }
    ranked.sort(
        Comparator.comparingInt(Ranked::fit)
            .thenComparing(Ranked::site, byOrder)
            .thenComparing(each -> each.site().site().name()));
    List<ListedSite> found = new ArrayList<>();
    for (Ranked each : ranked) {
      found.add(each.site());
    }
    return found;
  }

  private record Ranked(ListedSite site, int fit) {}

  /** 0 for the best; negative where it does not fit. */
  private static int fit(ListedSite listed, String typed) {
    VisitSite site = listed.site();
    String name = site.name().toLowerCase(Locale.ROOT);
    if (name.startsWith(typed)) {
      return 0;
    }
    if (name.contains(typed)) {
      return 1;
    }
    String code = CreditCode.normalized(typed);
    if (code.length() >= 3 && (site.creditCode().contains(code) || contains(site.number(), code))) {
      return 1;
    }
    if (isLetters(typed) && PinyinInitials.contain(listed.initials(), typed)) {
      return 2;
    }
    return site.address().toLowerCase(Locale.ROOT).contains(typed) ? 3 : -1;
  }

  private static boolean contains(String number, String plain) {
    return number.replace("-", "").contains(plain);
  }

  private static boolean isLetters(String typed) {
    return typed.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
  }

  private static Comparator<ListedSite> comparator(Order order, Optional<Position> here, int year) {
    Comparator<ListedSite> recent =
        Comparator.comparing(
            (ListedSite site) -> site.visitedOn().orElse(LocalDate.MIN), Comparator.reverseOrder());
    return switch (order) {
      case PLAN ->
          Comparator.comparingInt((ListedSite site) -> planned(site, year)).thenComparing(recent);
      case NEAREST ->
          Comparator.comparingDouble((ListedSite site) -> metres(site, here)).thenComparing(recent);
      case RECENT -> recent;
    };
  }

  private static int planned(ListedSite site, int year) {
    if (!site.site().planned()) {
      return 2;
    }
    return site.visitedOn().filter(day -> day.getYear() == year).isPresent() ? 1 : 0;
  }

  /** How far it is; infinite where either place is not known. */
  static double metres(ListedSite site, Optional<Position> here) {
    return here.isPresent() && site.position().isPresent()
        ? here.get().metresTo(site.position().get())
        : Double.POSITIVE_INFINITY;
  }
}

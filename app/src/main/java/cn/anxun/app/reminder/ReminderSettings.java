package cn.anxun.app.reminder;

import cn.anxun.app.setting.Settings;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

/** What was chosen of reminders, and what was told. Waits for the disk. */
public final class ReminderSettings {
  private static final String OFF = "reminder.off.";
  private static final String HOUR = "reminder.hour";
  private static final String EVERYBODYS = "reminder.everybodys";
  private static final String TOLD = "reminder.told";
  private static final String LOOKED_AT = "reminder.day";
  private static final String ASKED = "reminder.asked";

  private final Settings settings;

  @Inject
  public ReminderSettings(Settings settings) {
    this.settings = settings;
  }

  public ReminderPlan.Choice choice() {
    EnumSet<ReminderKind> kinds = EnumSet.noneOf(ReminderKind.class);
    for (ReminderKind kind : ReminderKind.values()) {
      if (!settings.isOn(off(kind))) {
        kinds.add(kind);
      }
    }
    return new ReminderPlan.Choice(
        kinds, settings.find(HOUR).map(Integer::parseInt).orElse(ReminderPlan.USUAL_HOUR));
  }

  public void choose(ReminderKind kind, boolean on) {
    settings.turn(off(kind), !on);
  }

  public void chooseHour(int hour) {
    settings.put(HOUR, Integer.toString(hour));
  }

  /** Whether hazards that others recorded are told of too. */
  public boolean isEverybodys() {
    return settings.isOn(EVERYBODYS);
  }

  public void chooseEverybodys(boolean on) {
    settings.turn(EVERYBODYS, on);
  }

  Set<String> told() {
    Set<String> told = new LinkedHashSet<>();
    settings.find(TOLD).ifPresent(text -> told.addAll(Arrays.asList(text.split("\n", -1))));
    return told;
  }

  Optional<LocalDate> lookedAt() {
    return settings.find(LOOKED_AT).map(LocalDate::parse);
  }

  void told(Set<String> told, LocalDate day) {
    settings.put(TOLD, String.join("\n", told));
    settings.put(LOOKED_AT, day.toString());
  }

  /** True the first time: nobody is asked twice whether notifications may be shown. */
  public boolean askOnce() {
    boolean first = !settings.isOn(ASKED);
    settings.turn(ASKED, true);
    return first;
  }

  private static String off(ReminderKind kind) {
    return OFF + kind.name().toLowerCase(Locale.ROOT);
  }
}

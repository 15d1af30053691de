package cn.anxun.app.feature.capture;

import android.os.Bundle;
import cn.anxun.app.navigation.Destination;
import java.util.ArrayList;
import java.util.List;

/** A request as a screen's arguments, which outlive the process. */
final class CaptureArguments {
  private static final String OWNER = "owner";
  private static final String EACH = "each";
  private static final String TARGETS = "targets";
  private static final String TITLES = "titles";
  private static final String ROLES = "roles";
  private static final String BEFORES = "befores";
  private static final String PAIRS = "pairs";

  private CaptureArguments() {}

  static Bundle write(Destination.Capture request) {
    ArrayList<String> targets = new ArrayList<>();
    ArrayList<String> titles = new ArrayList<>();
    ArrayList<String> roles = new ArrayList<>();
    ArrayList<String> befores = new ArrayList<>();
    boolean[] pairs = new boolean[request.wanted().size()];
    for (Destination.Wanted wanted : request.wanted()) {
      pairs[targets.size()] = wanted.pair();
      targets.add(wanted.target());
      titles.add(wanted.title());
      roles.add(wanted.role());
      befores.add(wanted.before());
    }
    Bundle arguments = new Bundle();
    arguments.putString(OWNER, request.owner());
    arguments.putInt(EACH, request.each());
    arguments.putStringArrayList(TARGETS, targets);
    arguments.putStringArrayList(TITLES, titles);
    arguments.putStringArrayList(ROLES, roles);
    arguments.putStringArrayList(BEFORES, befores);
    arguments.putBooleanArray(PAIRS, pairs);
    return arguments;
  }

  static Destination.Capture read(Bundle arguments) {
    List<String> targets = list(arguments, TARGETS);
    boolean[] pairs = arguments.getBooleanArray(PAIRS);
    List<Destination.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      wanted.add(
          new Destination.Wanted(
              targets.get(i),
              list(arguments, TITLES).get(i),
              list(arguments, ROLES).get(i),
              list(arguments, BEFORES).get(i),
              pairs != null && pairs[i]));
    }
    return new Destination.Capture(arguments.getString(OWNER, ""), wanted, arguments.getInt(EACH));
  }

  private static List<String> list(Bundle arguments, String name) {
    List<String> list = arguments.getStringArrayList(name);
    return list == null ? List.of() : list;
  }
}

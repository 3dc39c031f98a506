package dev.fanwise.processor.validate;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.util.List;

/** What holds for the connection that a {@code @Shape} describes: groups, parts, strides. */
final class ConnectionRules {
  private final WeightField field;
  private final ShapeUse shape;
  private final Report report;
  private final int rank;

  private ConnectionRules(WeightField field, ShapeUse shape, Report report) {
    this.field = field;
    this.shape = shape;
    this.report = report;
    this.rank = shape.dimensions().size();
  }

  static void check(WeightField field, ShapeUse shape, Report report) {
    ConnectionRules rules = new ConnectionRules(field, shape, report);
    rules.checkConnection();
    rules.checkStride();
    boolean groupsDivide = rules.checkGroups();
    rules.checkParts(groupsDivide);
  }

  private void checkConnection() {
    if (shape.connection() != Connection.FORWARD && rank == 1) {
      add("connection", Problem.CONNECTION_RANK, shape.connection(), field.name(), dimensions());
      return;
    }
    if (shape.connection() != Connection.DEPTHWISE) {
      return;
    }
    if (shape.layout() == Layout.OI) {
      // With FORWARD instead, groups would be right.
      add("connection", Problem.DEPTHWISE_LAYOUT, field.name());
      return;
    }
    if (shape.geometry().isGrouped()) {
      String member = shape.groupsMember();
      add(member, Problem.DEPTHWISE_GROUPS, member, shape.groupsText(), field.name());
    }
    if (shape.parts() > 1) {
      add("parts", Problem.DEPTHWISE_GROUPS, "parts", shape.parts(), field.name());
    }
  }

  private void checkStride() {
    List<Integer> stride = shape.geometry().stride();
    if (stride.isEmpty()) {
      return;
    }
    if (shape.connection() != Connection.TRANSPOSED) {
      add("stride", Problem.STRIDE_UNUSED, field.name(), shape.connection());
      return;
    }
    if (rank >= 2 && stride.size() != rank - 2) {
      add(
          "stride",
          Problem.STRIDE_COUNT,
          field.name(),
          stride.size() == 1 ? "1 entry" : stride.size() + " entries",
          rank == 3 ? "1 kernel dimension" : rank - 2 + " kernel dimensions",
          dimensions(),
          rank == 2 ? "Remove stride" : "Give one stride for each kernel dimension");
    }
    for (int i = 0; i < stride.size(); i++) {
      if (stride.get(i) < 1) {
        report.add(
            Site.of(field.element(), shape.annotation(), shape.strideEntries().get(i)),
            Problem.STRIDE,
            field.name(),
            stride.get(i),
            stride);
      }
    }
  }

  /** Whether the groups divide what they should. */
  private boolean checkGroups() {
    Dimension groups = shape.groups();
    String member = shape.groupsMember();
    if (groups.isKnown() && groups.value() < 1) {
      add(member, Problem.GROUPS, groups, field.name());
      return false;
    }
    if (shape.geometry().isGrouped() && rank == 1) {
      add(member, Problem.GROUPS_RANK, member, shape.groupsText(), field.name(), dimensions());
      return false;
    }
    if (rank < 2 || shape.connection() == Connection.DEPTHWISE) {
      return false;
    }
    // In PyTorch's transposed convolution the first axis is that of the inputs.
    boolean onInputs = shape.connection() == Connection.TRANSPOSED && shape.layout() == Layout.OI;
    Dimension channels = onInputs ? shape.dimensions().get(0) : outputs();
    if (channels.isKnown() && groups.isKnown() && channels.value() % groups.value() != 0) {
      add(
          member,
          Problem.GROUPS_DIVIDE,
          groups,
          field.name(),
          channels + (onInputs ? " input" : " output"),
          dimensions(),
          channels);
      return false;
    }
    return true;
  }

  private void checkParts(boolean groupsDivide) {
    int parts = shape.parts();
    if (parts < 1) {
      add("parts", Problem.PARTS, parts, field.name());
    } else if (parts > 1 && rank == 1) {
      add("parts", Problem.PARTS_RANK, parts, field.name(), dimensions());
    } else if (groupsDivide && outputs().isKnown()) {
      boolean grouped = shape.connection() == Connection.FORWARD || shape.layout() == Layout.IO;
      // Where groups are not known, parts must divide the outputs of all of them as well.
      int divisor = grouped && shape.groups().isKnown() ? shape.groups().value() : 1;
      int outputs = outputs().value() / divisor;
      if (outputs % parts != 0) {
        add("parts", Problem.PARTS_DIVIDE, parts, field.name(), outputs, dimensions(), outputs);
      }
    }
  }

  /** The output axis. */
  private Dimension outputs() {
    List<Dimension> dimensions = dimensions();
    boolean transposed = shape.connection() == Connection.TRANSPOSED;
    if (shape.layout() == Layout.OI) {
      return dimensions.get(transposed ? 1 : 0);
    }
    return dimensions.get(transposed ? rank - 2 : rank - 1);
  }

  private List<Dimension> dimensions() {
    return shape.dimensions();
  }

  private void add(String member, Problem problem, Object... details) {
    report.add(ShapeRules.site(field, shape, member), problem, details);
  }
}

namespace ArtisansCorner.Importing;

/// <summary>A sale or a refund that an import adds.</summary>
/// <param name="Number">What the channel calls it.</param>
/// <param name="IsRefund">Whether it gives money back.</param>
/// <param name="Day">Its business day.</param>
/// <param name="Summary">What was sold or given back, in a few words.</param>
/// <param name="Amount">Its goods after discounts, in minor units, positive.</param>
public sealed record ImportExample(string Number, bool IsRefund, DateOnly Day, string Summary, long Amount);

/// <summary>A row that does not go in.</summary>
/// <param name="Row">Its number in its table, as a spreadsheet shows it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Column">The heading of the cell that is wrong.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Part">The table, where the upload has several.</param>
public sealed record RejectedRow(int Row, string Reason, string? Column, string? Value, string? Part);

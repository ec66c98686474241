namespace ArtisansCorner.Ui.Charts;

/// <summary>One bar, with the words that the read-out and the table say about it.</summary>
/// <param name="Label">Under the axis, such as “26 Oct”.</param>
/// <param name="LongLabel">In the read-out, such as “Mon 26 Oct 2026”.</param>
/// <param name="Value">Its height, in the smallest unit of what is shown.</param>
/// <param name="ValueText">The value in words, such as “£214.60”.</param>
/// <param name="Compared">The height of the comparison here, or nothing.</param>
/// <param name="ComparedText">The comparison in words.</param>
/// <param name="ChangeText">The change between the two, such as “▲ 13.2 %”.</param>
/// <param name="Major">Whether something larger starts here (a week, a month): it gets the long tick and the label first.</param>
/// <param name="Partial">Whether it is still going on.</param>
/// <param name="Note">What happened here, written above the bar, such as “Winter fair”.</param>
/// <param name="Href">Where a click on it leads, or nothing.</param>
public sealed record BarChartPoint(
    string Label,
    string LongLabel,
    long Value,
    string ValueText,
    long? Compared = null,
    string? ComparedText = null,
    string? ChangeText = null,
    bool Major = false,
    bool Partial = false,
    string? Note = null,
    string? Href = null);

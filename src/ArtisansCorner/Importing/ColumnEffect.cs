namespace ArtisansCorner.Importing;

/// <summary>What becomes of the first rows of a table.</summary>
/// <param name="Tried">How many were tried.</param>
/// <param name="Good">How many of them go in.</param>
/// <param name="Rows">The very first.</param>
public sealed record ColumnEffect(int Tried, int Good, IReadOnlyList<ColumnRow> Rows);

/// <summary>One row of a table as it would be read.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="Reason">Why it would not go in; nothing when it would.</param>
/// <param name="Column">The heading of the cell that is wrong.</param>
public sealed record ColumnRow(IReadOnlyList<string> Cells, string? Reason, string? Column);

/// <summary>A column of a table that stands for one of ours.</summary>
/// <param name="Words">What ours is, for people.</param>
/// <param name="Column">Its place in the table, from 0.</param>
/// <param name="Heading">What it is called there.</param>
public sealed record MappedColumn(string Words, int Column, string Heading);

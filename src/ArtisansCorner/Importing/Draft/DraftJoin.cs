using ArtisansCorner.Importing.Joining;

namespace ArtisansCorner.Importing.Draft;

/// <summary>What all rows of one key come to, and what of that is in the database.</summary>
internal sealed class DraftJoin
{
    /// <summary>Whose files, among the draft's channels.</summary>
    public required int Channel { get; init; }

    /// <summary>What the rows are put together by.</summary>
    public required string Key { get; init; }

    /// <summary>The rows of this file.</summary>
    public required IReadOnlyList<DraftRow> Rows { get; init; }

    /// <summary>What the rows come to that other imports told.</summary>
    public required Joined Before { get; init; }

    /// <summary>What they come to together with those of this file.</summary>
    public required Joined After { get; init; }

    /// <summary>The sale and its refunds, to be written; none where there is no sale.</summary>
    public required IReadOnlyList<DraftOrder> Orders { get; init; }

    /// <summary>Where the sale stands in the database.</summary>
    public required Presence Presence { get; init; }

    /// <summary>The sale that bears the number now.</summary>
    public Guid? SaleId { get; init; }

    /// <summary>Whether a person corrected the sale, or gave some of it back here: then it stays as it is.</summary>
    public bool IsByHand { get; init; }
}

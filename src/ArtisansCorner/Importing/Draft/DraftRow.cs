using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Draft;

/// <summary>One row of a file that is put together with rows of other files, before it is written.</summary>
internal sealed class DraftRow : DraftFact
{
    /// <summary>What kind of file it stands in.</summary>
    public required RowSource Source { get; init; }

    /// <summary>What it is put together by.</summary>
    public required string Key { get; init; }

    /// <summary>The business day that it tells.</summary>
    public required DateOnly Day { get; init; }

    /// <inheritdoc />
    public override DateOnly? OnDay => Day;

    /// <summary>What it comes to, in minor units.</summary>
    public required long Amount { get; init; }

    /// <summary>What it says.</summary>
    public required Told Told { get; set; }
}

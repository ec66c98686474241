using ArtisansCorner.Importing.Draft;

namespace ArtisansCorner.Importing.Export;

/// <summary>One row of a shop that was taken away, before it is written.</summary>
internal sealed class DraftRow : DraftFact
{
    /// <summary>Which kind of row.</summary>
    public required OurTable Table { get; init; }

    /// <summary>The row; its ids are those it had where it comes from until it is mapped.</summary>
    public required object Entity { get; init; }

    /// <summary>The id that it had where it comes from; the empty one for a part of something else.</summary>
    public Guid Was { get; init; }

    /// <summary>The shop it comes from.</summary>
    public required Guid From { get; init; }

    /// <summary>Whether its ids are those it has here.</summary>
    public bool IsMapped { get; set; }

    /// <summary>The id by which it is found here.</summary>
    public Guid Key => (Guid)Table.Owner.GetValue(Entity)!;
}

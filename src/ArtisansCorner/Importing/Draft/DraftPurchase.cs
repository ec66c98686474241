namespace ArtisansCorner.Importing.Draft;

/// <summary>A purchase of a file, with its lines, before it is written. Amounts are minor units.</summary>
internal sealed class DraftPurchase : DraftFact
{
    /// <summary>From whom.</summary>
    public string? Supplier { get; init; }

    /// <summary>The supplier's number.</summary>
    public string? Reference { get; init; }

    /// <summary>The day it was ordered.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day it came; nothing while it has not.</summary>
    public DateOnly? Arrived { get; set; }

    /// <summary>What carrying it cost.</summary>
    public long? Freight { get; set; }

    /// <summary>Tax that does not come back.</summary>
    public long? Tax { get; set; }

    /// <summary>What was taken off.</summary>
    public long? Discount { get; set; }

    /// <summary>What is to be remembered.</summary>
    public string? Note { get; set; }

    /// <summary>What was bought, in the order of the file.</summary>
    public List<DraftPurchaseLine> Lines { get; } = [];

    /// <inheritdoc />
    public override DateOnly? OnDay => Day;
}

/// <summary>One thing that was bought.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Code">The code of the material or the product.</param>
/// <param name="Quantity">How much, in the unit.</param>
/// <param name="Unit">The unit; nothing: pieces, or the unit the material is bought in.</param>
/// <param name="Cost">What all of it cost, in minor units.</param>
internal sealed record DraftPurchaseLine(int Row, string Code, decimal Quantity, string? Unit, long Cost);

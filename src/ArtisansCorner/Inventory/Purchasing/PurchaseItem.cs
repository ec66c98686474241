namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>How far a purchase is.</summary>
public enum PurchaseState
{
    /// <summary>Nothing came yet.</summary>
    Ordered,

    /// <summary>Some came, more is to come.</summary>
    PartlyReceived,

    /// <summary>Everything came that will.</summary>
    Received,

    /// <summary>Called off before anything came.</summary>
    Cancelled,
}

/// <summary>A purchase as lists and the API show it. Amounts are minor units.</summary>
/// <param name="Id">The purchase.</param>
/// <param name="Number">The shop's own number.</param>
/// <param name="SupplierId">From whom.</param>
/// <param name="Supplier">What that is called.</param>
/// <param name="State">How far it is.</param>
/// <param name="OrderedOn">When it was ordered.</param>
/// <param name="ExpectedOn">When it should arrive.</param>
/// <param name="Reference">The supplier's number.</param>
/// <param name="Lines">What is bought.</param>
/// <param name="Freight">What carrying it costs.</param>
/// <param name="Tax">Tax that does not come back.</param>
/// <param name="Discount">What is taken off.</param>
/// <param name="Total">What has to be paid.</param>
/// <param name="Note">What is to be remembered.</param>
/// <param name="Receipts">What came when, the latest first.</param>
/// <param name="Version">Counts its changes.</param>
public sealed record PurchaseItem(
    Guid Id, int Number, Guid? SupplierId, string? Supplier, PurchaseState State, DateOnly OrderedOn, DateOnly? ExpectedOn, string? Reference, IReadOnlyList<PurchaseLineItem> Lines,
    long Freight, long Tax, long Discount, long Total, string? Note, IReadOnlyList<ReceiptItem> Receipts, int Version);

/// <summary>One thing that is bought, in the unit it was ordered in. Amounts are minor units.</summary>
/// <param name="VariantId">The variant or material.</param>
/// <param name="IsMaterial">Whether it is a material.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Quantity">How much was ordered.</param>
/// <param name="Unit">In which unit; nothing: pieces.</param>
/// <param name="Cost">What all of it costs.</param>
/// <param name="LandedCost">The same with its share of freight, tax and discount.</param>
/// <param name="Received">How much came.</param>
/// <param name="Incoming">How much is still to come.</param>
public sealed record PurchaseLineItem(Guid VariantId, bool IsMaterial, string Sku, string Name, decimal Quantity, string? Unit, long Cost, long LandedCost, decimal Received, decimal Incoming);

/// <summary>One arrival.</summary>
/// <param name="Id">The arrival.</param>
/// <param name="At">When.</param>
/// <param name="Location">Where it was put.</param>
/// <param name="Lines">How much of what came.</param>
/// <param name="TakenBackAt">When it was taken back.</param>
public sealed record ReceiptItem(Guid Id, DateTimeOffset At, string Location, IReadOnlyList<ReceivedItem> Lines, DateTimeOffset? TakenBackAt);

/// <summary>How much of one thing came, and what that cost in minor units.</summary>
public sealed record ReceivedItem(Guid VariantId, string Name, decimal Quantity, string? Unit, long Cost);

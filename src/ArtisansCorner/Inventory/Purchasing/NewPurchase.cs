namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>What a new or changed purchase takes. Amounts are minor units.</summary>
/// <param name="Lines">What is bought; each thing once.</param>
/// <param name="SupplierId">From whom.</param>
/// <param name="OrderedOn">The day it was ordered; nothing: today.</param>
/// <param name="ExpectedOn">The day it should arrive.</param>
/// <param name="Reference">The supplier's number.</param>
/// <param name="Freight">What carrying it costs.</param>
/// <param name="Tax">Tax that does not come back.</param>
/// <param name="Discount">What is taken off.</param>
/// <param name="Note">What is to be remembered.</param>
public sealed record NewPurchase(
    IReadOnlyList<NewPurchaseLine>? Lines, Guid? SupplierId = null, DateOnly? OrderedOn = null, DateOnly? ExpectedOn = null, string? Reference = null,
    long Freight = 0, long Tax = 0, long Discount = 0, string? Note = null)
{
    /// <summary>What makes a purchase as this one is.</summary>
    public static NewPurchase Of(PurchaseItem purchase) => new(
        [.. purchase.Lines.Select(line => new NewPurchaseLine(line.IsMaterial ? line.VariantId : null, line.IsMaterial ? null : line.VariantId, null, line.Quantity, line.Unit, line.Cost))],
        purchase.SupplierId, purchase.OrderedOn, purchase.ExpectedOn, purchase.Reference, purchase.Freight, purchase.Tax, purchase.Discount, purchase.Note);
}

/// <summary>One thing that is bought.</summary>
/// <param name="MaterialId">Which material.</param>
/// <param name="VariantId">Or which variant.</param>
/// <param name="Sku">Or a variant by its code.</param>
/// <param name="Quantity">How many, or how much in the unit.</param>
/// <param name="Unit">The unit; nothing: pieces, or the unit the material is bought in.</param>
/// <param name="Cost">What all of it costs, in minor units.</param>
public sealed record NewPurchaseLine(Guid? MaterialId = null, Guid? VariantId = null, string? Sku = null, decimal Quantity = 0, string? Unit = null, long Cost = 0);

/// <summary>What came of a purchase.</summary>
/// <param name="Lines">How much of what; nothing: everything that is still to come.</param>
/// <param name="At">When; nothing: now.</param>
/// <param name="Location">Where it was put, by id or name; nothing: the usual place.</param>
public sealed record NewReceipt(IReadOnlyList<NewReceiptLine>? Lines = null, DateTimeOffset? At = null, string? Location = null);

/// <summary>How much of one thing came.</summary>
/// <param name="VariantId">Which thing of the purchase, a variant or a material.</param>
/// <param name="Quantity">How many, or how much in the unit.</param>
/// <param name="Unit">The unit; nothing: the one it was ordered in.</param>
public sealed record NewReceiptLine(Guid VariantId, decimal Quantity, string? Unit = null);

using ArtisansCorner.Analytics;
using ArtisansCorner.Catalog;
using ArtisansCorner.Expenses;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Counting;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Making;
using ArtisansCorner.Payouts;
using ArtisansCorner.Sales;
using ArtisansCorner.Sales.Consigning;
using ArtisansCorner.Shops;
using Receipt = ArtisansCorner.Inventory.Purchasing.Receipt;

namespace ArtisansCorner.Importing.Export;

/// <summary>
/// Everything that a shop is made of, in the order in which it is brought back: what something names stands before it. What is worked out of these
/// (figures, scores, alerts) is worked out again.
/// </summary>
internal static class OurTables
{
    /// <summary>How the files are written; another version is refused.</summary>
    public const int Version = 1;

    /// <summary>The files.</summary>
    public static IReadOnlyList<OurTable> All { get; } =
    [
        new OurTable<Maker>("makers", (_, rows) => rows),
        new OurTable<Channel>("channels"),
        new OurTable<Customer>("customers"),
        new OurTable<Location>("places", (db, rows) =>
        {
            var (moved, levels, receipts) = (db.StockMovements, db.PlaceLevels, db.Receipts);
            return rows.Where(place => !place.IsDefault && !moved.Any(row => row.LocationId == place.Id) && !levels.Any(level => level.LocationId == place.Id) && !receipts.Any(receipt => receipt.LocationId == place.Id));
        }),
        new OurTable<FormerTerms>("gallery-terms", (_, rows) => rows),
        new OurTable<GalleryPayment>("gallery-payments", (_, rows) => rows),
        new OurTable<Product>("products"),
        new OurTable<ProductTag>("product-tags", owner: nameof(ProductTag.ProductId)),
        new OurTable<Variant>("variants"),
        new OurTable<Photo>("photos", (_, rows) => rows),
        new OurTable<ProductChange>("product-changes", (_, rows) => rows),
        new OurTable<ProductAlias>("titles", (_, rows) => rows),
        new OurTable<MakingRates>("making-rates", owner: nameof(MakingRates.ShopId)),
        new OurTable<Recipe>("recipes", (db, rows) =>
        {
            var (versions, batches) = (db.RecipeVersions, db.Batches);
            return rows.Where(recipe => !versions.Any(version => version.RecipeId == recipe.Id && batches.Any(batch => batch.RecipeVersionId == version.Id)));
        }),
        new OurTable<RecipeVersion>("recipe-versions"),
        new OurTable<RecipeLine>("recipe-lines", owner: nameof(RecipeLine.RecipeVersionId)),
        new OurTable<Supplier>("suppliers", (db, rows) =>
        {
            var purchases = db.Purchases;
            return rows.Where(supplier => !purchases.Any(purchase => purchase.SupplierId == supplier.Id));
        }),
        new OurTable<Purchase>("purchases", (db, rows) =>
        {
            var receipts = db.Receipts;
            return rows.Where(purchase => !receipts.Any(receipt => receipt.PurchaseId == purchase.Id));
        }, toldBy: ToldBy.Nobody),
        new OurTable<PurchaseLine>("purchase-lines", owner: nameof(PurchaseLine.PurchaseId)),
        new OurTable<Receipt>("purchase-arrivals", (db, rows) =>
        {
            var moved = db.StockMovements;
            return rows.Where(receipt => !moved.Any(row => row.CauseId == receipt.Id));
        }),
        new OurTable<Sale>("sales", (_, rows) => rows),
        new OurTable<SaleLine>("sale-lines"),
        new OurTable<Refund>("refunds", (_, rows) => rows),
        new OurTable<RefundLine>("refund-lines"),
        new OurTable<Fee>("fees"),
        new OurTable<Correction>("corrections", (_, rows) => rows),
        new OurTable<Payout>("payouts"),
        new OurTable<AccountEntry>("account-entries"),
        new OurTable<ChannelRow>("channel-rows", (_, rows) => rows, toldBy: ToldBy.ItsOwnImport),
        new OurTable<Expense>("expenses", (_, rows) => rows),
        new OurTable<ExpenseChange>("expense-changes", (_, rows) => rows),
        new OurTable<Batch>("batches", (db, rows) =>
        {
            var moved = db.StockMovements;
            return rows.Where(batch => !moved.Any(row => row.CauseId == batch.Id));
        }),
        new OurTable<Stocktake>("counts", (db, rows) =>
        {
            var moved = db.StockMovements;
            return rows.Where(count => !moved.Any(row => row.CauseId == count.Id));
        }),
        new OurTable<StocktakeLine>("count-lines", owner: nameof(StocktakeLine.StocktakeId)),
        new OurTable<StockMovement>("stock-movements"),
        new OurTable<StockLevel>("stock-levels", owner: nameof(StockLevel.VariantId)),
        new OurTable<PlaceLevel>("place-levels", owner: nameof(PlaceLevel.VariantId)),
        new OurTable<ClosedPeriod>("closed-periods", (_, rows) => rows),
        new OurTable<Reservation>("set-aside", (_, rows) => rows),
        new OurTable<Goal>("goals", owner: nameof(Goal.ShopId)),
        new OurTable<Annotation>("notes", (_, rows) => rows),
        new OurTable<SavedView>("views", (_, rows) => rows),
    ];
}

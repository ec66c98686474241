using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Making;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Demo;

/// <summary>What the sample potter makes things of: suppliers, materials, orders, recipes, a batch and a kit, each by the verb that a person would use.</summary>
public sealed class SampleWorkshop(
    CurrentShop shop, SaveSupplier suppliers, CreateMaterial materials, SavePurchase purchases, SetRates rates, SaveRecipe recipes, MakeBatch batches, CreateProduct products, TimeProvider time)
{
    private const int DaysSinceDelivery = 40;
    private const string Mug = "HL-MUG-SP";
    private const string Bowl = "HL-BWL-CH";
    private const string Teapot = "HL-TEA-02";
    private const string Gift = "HL-GIFT-T2";

    /// <summary>Fills the workshop of a shop that has the sample's products.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var (now, today) = (time.GetUtcNow(), shop.Facts.Zone.DayOf(time.GetUtcNow()));
        var clayMaker = (await suppliers.CreateAsync(new NewSupplier("Northern Clay", "orders@northern-clay.example", LeadDays: 9, Notes: "Pallets on Tuesdays"), cancel)).Value;
        var boxMaker = (await suppliers.CreateAsync(new NewSupplier("Boxes & Tissue", "hello@boxes.example", LeadDays: 4), cancel)).Value;
        var clay = (await materials.RunAsync(new NewMaterial("Stoneware clay", "g", "kg", Category: "Clay", Threshold: 10_000), cancel)).Value;
        var tenmoku = (await materials.RunAsync(new NewMaterial("Tenmoku glaze", "ml", "l", Category: "Glazes", Threshold: 500), cancel)).Value;
        var celadon = (await materials.RunAsync(new NewMaterial("Celadon glaze", "ml", "l", Category: "Glazes", Threshold: 500), cancel)).Value;
        var box = (await materials.RunAsync(new NewMaterial("Gift box", "piece", "pack", Holds: 25, Category: "Packing", Threshold: 20), cancel)).Value;

        var came = new Inventory.Purchasing.NewReceipt(At: now.AddDays(-DaysSinceDelivery + 9));
        await purchases.CreateAsync(
            new NewPurchase(
                [new(clay, Quantity: 60, Unit: "kg", Cost: Minor(66)), new(tenmoku, Quantity: 5, Unit: "l", Cost: Minor(70)), new(celadon, Quantity: 5, Unit: "l", Cost: Minor(82))],
                clayMaker, today.AddDays(-DaysSinceDelivery), Freight: Minor(18)),
            came, cancel);
        await purchases.CreateAsync(new NewPurchase([new(box, Quantity: 1, Unit: "pack", Cost: Minor(20))], boxMaker, today.AddDays(-DaysSinceDelivery)), came, cancel);
        await purchases.CreateAsync(
            new NewPurchase([new(clay, Quantity: 40, Unit: "kg", Cost: Minor(46)), new(tenmoku, Quantity: 2, Unit: "l", Cost: Minor(29))], clayMaker, today.AddDays(-2), today.AddDays(7), Freight: Minor(15)), null, cancel);

        await rates.RunAsync(new NewRates(Minor(18), Minor(5)), cancel);
        await recipes.CreateAsync(new NewRecipe(null, Mug, null, 24, null, 210, [Of(clay, 10_800), Of(tenmoku, 700)], "Bisque 1000 °C, glaze 1260 °C."), cancel);
        var bowls = (await recipes.CreateAsync(new NewRecipe(null, Bowl, null, 20, null, 180, [Of(clay, 15_000), Of(celadon, 800)]), cancel)).Value;
        await batches.RunAsync(new NewBatch(bowls, 18, Wasted: 2, At: now.AddHours(-1), Note: "Two cracked in the glaze firing"), cancel);

        await products.RunAsync(new NewProduct("Tea for two, gift set", [new NewVariant(Gift, Minor(128))], "Kitchen", ["gift"], ProductStatus.Kit), cancel);
        await recipes.CreateAsync(new NewRecipe(null, Gift, null, 1, null, 10, [new(null, null, Teapot, 1), new(null, null, Mug, 2), Of(box, 1)]), cancel);
    }

    private static NewRecipeLine Of(Guid material, decimal quantity) => new(material, null, null, quantity);

    private long Minor(long major) => major * SampleRows.UnitOf(shop.Facts.Currency);
}

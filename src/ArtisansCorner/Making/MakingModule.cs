using ArtisansCorner.Inventory;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Making;

/// <summary>How things are made: materials, recipes with what they cost, batches. Knows Catalog and Inventory.</summary>
public static class MakingModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddMaking(this IServiceCollection services)
    {
        services.AddScoped<CreateMaterial>();
        services.AddScoped<ChangeMaterial>();
        services.AddScoped<MaterialQuery>();
        services.AddScoped<RecipeParts>();
        services.AddScoped<SaveRecipe>();
        services.AddTakeBack<RecipeBefore, SaveRecipe>(Permission.ManageStock, (save, before, cancel) => save.ChangeAsync(before.Id, before.Version, before.Was, cancel));
        services.AddScoped<RecipeQuery>();
        services.AddScoped<WriteBatch>();
        services.AddScoped<MakeBatch>();
        services.AddScoped<PutTogether>();
        services.AddScoped<TakeBatchBack>();
        services.AddScoped<BatchQuery>();
        services.AddScoped<SetRates>();
        services.AddTakeBack<RatesBefore, SetRates>(Permission.ManageStock, (set, before, cancel) => set.UndoAsync(before, cancel));
        services.AddScoped<IKitsPossible, KitsPossible>();
        services.AddToShopMenu(new ShopMenuEntry(35, "Making", "making", "making", 'k'));
        return services;
    }
}

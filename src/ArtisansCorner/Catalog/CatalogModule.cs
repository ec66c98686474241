using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Catalog;

/// <summary>What is sold. Knows Shops; tells ProductChanged.</summary>
public static class CatalogModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddScoped<CreateProduct>();
        services.AddScoped<WriteChange>();
        services.AddScoped<ChangeProduct>();
        services.AddScoped<ChangeProducts>();
        services.AddScoped<UndoChange>();
        services.AddScoped<ChangesQuery>();
        services.AddScoped<ProductQueries>();
        services.AddScoped<MeasuredItems>();
        services.AddScoped<LabelsQuery>();
        services.AddSingleton<LabelMemory>();
        services.AddScoped<MakerQuery>();
        services.AddScoped<SaveMakers>();
        services.AddSingleton(new SettingsLink("Makers", "settings/makers", "making", "Whose work you sell, for a co-operative or a couple."));
        services.AddScoped<AddPhoto>();
        services.AddScoped<ArrangePhotos>();
        services.AddTakeBack<PhotosBefore, ArrangePhotos>(Permission.ManageStock, (arrange, before, cancel) => arrange.RemoveAsync(before.Added, cancel));
        services.AddTakeBack<PhotoPlaceBefore, ArrangePhotos>(Permission.ManageStock, (arrange, before, cancel) => arrange.PutBackAsync(before, cancel));
        services.AddTakeBack<MakersBefore, SaveMakers>(Permission.ManageShop, (save, before, cancel) => save.UndoAsync(before, cancel));
        services.AddScoped<PhotoQuery>();
        services.AddJob<ForgetPhotosJob>();
        return services;
    }
}

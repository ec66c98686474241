using System.Text.Json;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>Which handlers react to which event; filled while the modules register.</summary>
public sealed class MessageRoutes
{
    private readonly Dictionary<string, List<Func<IServiceProvider, IReadOnlyList<string>, CancellationToken, Task>>> routes = [];

    /// <summary>Lets a handler react to an event.</summary>
    public void Add<TEvent, THandler>()
        where TEvent : class
        where THandler : IHandle<TEvent>
    {
        if (!routes.TryGetValue(typeof(TEvent).Name, out var handlers)) routes[typeof(TEvent).Name] = handlers = [];
        handlers.Add((services, bodies, cancel) =>
        {
            var handler = ActivatorUtilities.GetServiceOrCreateInstance<THandler>(services);
            return handler.HandleAsync([.. bodies.Select(body => JsonSerializer.Deserialize<TEvent>(body, JsonSerializerOptions.Web)!)], cancel);
        });
    }

    /// <summary>Runs everyone who reacts to this event, one after the other.</summary>
    public async Task DeliverAsync(string happened, IReadOnlyList<string> bodies, IServiceProvider services, CancellationToken cancel)
    {
        foreach (var handle in routes.GetValueOrDefault(happened) ?? []) await handle(services, bodies, cancel);
    }
}

/// <summary>How modules say who reacts to what.</summary>
public static class MessageRegistration
{
    /// <summary>Lets a handler react to an event.</summary>
    public static void React<TEvent, THandler>(this IServiceCollection services)
        where TEvent : class
        where THandler : IHandle<TEvent>
    {
        var routes = (MessageRoutes)services.First(service => service.ServiceType == typeof(MessageRoutes)).ImplementationInstance!;
        routes.Add<TEvent, THandler>();
    }
}

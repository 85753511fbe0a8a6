throw new Error("the native part was never built");

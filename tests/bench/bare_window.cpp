// The peer of the window: Dear ImGui's own demonstration at the same size, with the same backends.
//
//   bare_window [--stay]    prints the nanoseconds of the steady clock when its first frame was shown, and
//   ends;
//                           with --stay it draws on until it is ended
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <GLFW/glfw3.h>

#include <chrono>
#include <cstdio>
#include <cstring>

namespace {

void draw(GLFWwindow* window) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    ImGui::ShowDemoWindow();
    ImGui::Render();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glViewport(0, 0, width, height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
}

}  // namespace

int main(int argc, char** argv) {
    if (glfwInit() != GLFW_TRUE) {
        return 4;
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    GLFWwindow* window = glfwCreateWindow(1280, 800, "bare", nullptr, nullptr);
    if (window == nullptr) {
        return 4;
    }
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 130");
    glfwPollEvents();
    draw(window);
    std::printf("%lld\n",
                static_cast<long long>(
                    std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count()));
    std::fflush(stdout);
    const bool stay = argc > 1 && std::strcmp(argv[1], "--stay") == 0;
    while (stay && glfwWindowShouldClose(window) == GLFW_FALSE) {
        glfwWaitEventsTimeout(1);
        draw(window);
    }
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window);
    glfwTerminate();
    return 0;
}
